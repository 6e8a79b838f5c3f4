/** Pictures from the addresses that clients name, never from inside our own network. */
@NullMarked
package io.matricula.reading.fetch;

import org.jspecify.annotations.NullMarked;

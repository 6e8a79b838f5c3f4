/** Pictures from the addresses that clients name, never from inside our own network. */
@NullMarked
package io.matricula.gateway.fetch;

import org.jspecify.annotations.NullMarked;

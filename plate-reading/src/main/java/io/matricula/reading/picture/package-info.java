/** What a call brought: a checked picture or the address of one, and its fields; all in bounded memory. */
@NullMarked
package io.matricula.reading.picture;

import org.jspecify.annotations.NullMarked;

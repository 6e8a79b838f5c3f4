/** What becomes of a submitted picture, whoever took it and whoever recognises it. */
@NullMarked
package io.matricula.reading;

import org.jspecify.annotations.NullMarked;

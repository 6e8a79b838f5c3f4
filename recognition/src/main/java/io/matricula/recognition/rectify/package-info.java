/** From the corners of a plate to the flat picture of it that the reader takes. */
@NullMarked
package io.matricula.recognition.rectify;

import org.jspecify.annotations.NullMarked;

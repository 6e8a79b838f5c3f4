/** From vehicles whose place is known to make, model, colour and orientation. */
@NullMarked
package io.matricula.recognition.describe;

import org.jspecify.annotations.NullMarked;

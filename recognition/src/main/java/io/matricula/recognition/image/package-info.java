/** From the bytes of a picture to upright pixels, within bounds that are checked before anything is decoded. */
@NullMarked
package io.matricula.recognition.image;

import org.jspecify.annotations.NullMarked;

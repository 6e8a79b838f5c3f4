/** Boxes and corners in a picture: x to the right, y down, origin at the outer corner of the top left pixel. */
@NullMarked
package io.matricula.recognition.geometry;

import org.jspecify.annotations.NullMarked;

/** From a picture to the boxes and corners in it. */
@NullMarked
package io.matricula.recognition.detect;

import org.jspecify.annotations.NullMarked;

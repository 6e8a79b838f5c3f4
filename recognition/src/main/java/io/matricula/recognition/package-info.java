/** Recognition: a picture in, plates and vehicles out. The packages below never use this one. */
@NullMarked
package io.matricula.recognition;

import org.jspecify.annotations.NullMarked;

/** Slows down those who guess. */
@NullMarked
package io.matricula.service.throttle;

import org.jspecify.annotations.NullMarked;

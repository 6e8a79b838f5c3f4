/** The models and what belongs to them, checked before they are used. */
@NullMarked
package io.matricula.recognition.bundle;

import org.jspecify.annotations.NullMarked;

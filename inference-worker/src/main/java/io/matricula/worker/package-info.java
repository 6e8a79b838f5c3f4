/** Recognition as the engine of a service. */
@NullMarked
package io.matricula.worker;

import org.jspecify.annotations.NullMarked;

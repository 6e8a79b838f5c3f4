/** Measures the speed and accuracy of the engine and of the service, and keeps the results. */
@NullMarked
package io.matricula.bench;

import org.jspecify.annotations.NullMarked;

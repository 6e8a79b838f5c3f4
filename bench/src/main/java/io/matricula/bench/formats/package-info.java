/** Fits the weight of plate formats to a reader, on crops that it was not trained on. */
@NullMarked
package io.matricula.bench.formats;

import org.jspecify.annotations.NullMarked;

/** How many plates are found and read right, counted against pictures whose plates are known. */
@NullMarked
package io.matricula.bench.accuracy;

import org.jspecify.annotations.NullMarked;

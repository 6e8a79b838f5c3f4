/** How much time and memory pictures cost: in the engine, over HTTP, and until the first answer. */
@NullMarked
package io.matricula.bench.speed;

import org.jspecify.annotations.NullMarked;

/** What is left of counted calls when processes are killed. */
@NullMarked
package io.matricula.bench.kill;

import org.jspecify.annotations.NullMarked;

/** Pictures that the bench draws by itself, for measuring speed where no photographs are at hand. */
@NullMarked
package io.matricula.bench.scene;

import org.jspecify.annotations.NullMarked;

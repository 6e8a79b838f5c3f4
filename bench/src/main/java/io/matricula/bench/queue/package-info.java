/** What becomes of queued pictures when workers are killed, and of calls when there are more than can be read. */
@NullMarked
package io.matricula.bench.queue;

import org.jspecify.annotations.NullMarked;

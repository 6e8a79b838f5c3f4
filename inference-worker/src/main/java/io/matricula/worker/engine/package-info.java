/** The models of this process behind the port of plate-reading. */
@NullMarked
package io.matricula.worker.engine;

import org.jspecify.annotations.NullMarked;

/** A worker as a program: wiring only. */
@NullMarked
package io.matricula.worker.server;

import org.jspecify.annotations.NullMarked;

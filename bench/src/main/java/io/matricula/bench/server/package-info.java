/** The service in a process of its own. */
@NullMarked
package io.matricula.bench.server;

import org.jspecify.annotations.NullMarked;

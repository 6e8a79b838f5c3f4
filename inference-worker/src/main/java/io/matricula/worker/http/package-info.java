/** Recognition for other processes. */
@NullMarked
package io.matricula.worker.http;

import org.jspecify.annotations.NullMarked;

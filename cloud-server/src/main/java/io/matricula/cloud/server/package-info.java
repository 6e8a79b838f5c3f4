/** The services of the cloud edition behind an HTTP server: what of them a process is, its role says. */
@NullMarked
package io.matricula.cloud.server;

import org.jspecify.annotations.NullMarked;

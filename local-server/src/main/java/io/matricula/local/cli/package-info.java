/** The command line: {@code serve} starts the service, {@code read} reads pictures without it. */
@NullMarked
package io.matricula.local.cli;

import org.jspecify.annotations.NullMarked;

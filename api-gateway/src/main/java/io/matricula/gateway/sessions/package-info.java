/** Signing in and out. */
@NullMarked
package io.matricula.gateway.sessions;

import org.jspecify.annotations.NullMarked;

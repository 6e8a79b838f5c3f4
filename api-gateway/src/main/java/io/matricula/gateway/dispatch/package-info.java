/** The way to whoever recognises. */
@NullMarked
package io.matricula.gateway.dispatch;

import org.jspecify.annotations.NullMarked;

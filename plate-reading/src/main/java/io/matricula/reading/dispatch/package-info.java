/** The way to whoever recognises. */
@NullMarked
package io.matricula.reading.dispatch;

import org.jspecify.annotations.NullMarked;

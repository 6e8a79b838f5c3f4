/** One request from its first byte to its log line. */
@NullMarked
package io.matricula.http.exchange;

import org.jspecify.annotations.NullMarked;

/** One request from its first byte to its log line. */
@NullMarked
package io.matricula.gateway.exchange;

import org.jspecify.annotations.NullMarked;

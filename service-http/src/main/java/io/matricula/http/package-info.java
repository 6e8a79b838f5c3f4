/** What all HTTP services share: who calls, how to say no, and one request from its first byte to its log line. */
@NullMarked
package io.matricula.http;

import org.jspecify.annotations.NullMarked;

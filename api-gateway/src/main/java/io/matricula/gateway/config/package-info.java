/** What an operator can set about the gateway beside its reading. */
@NullMarked
package io.matricula.gateway.config;

import org.jspecify.annotations.NullMarked;

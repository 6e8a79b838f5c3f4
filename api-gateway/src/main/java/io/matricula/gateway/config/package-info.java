/** What an operator can set. */
@NullMarked
package io.matricula.gateway.config;

import org.jspecify.annotations.NullMarked;

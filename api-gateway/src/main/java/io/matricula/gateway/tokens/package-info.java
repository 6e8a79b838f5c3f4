/** API tokens and tokens for phones. */
@NullMarked
package io.matricula.gateway.tokens;

import org.jspecify.annotations.NullMarked;

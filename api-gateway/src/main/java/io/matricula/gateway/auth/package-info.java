/** Who calls. */
@NullMarked
package io.matricula.gateway.auth;

import org.jspecify.annotations.NullMarked;

/** The public keys that our tokens are signed with. */
@NullMarked
package io.matricula.gateway.keys;

import org.jspecify.annotations.NullMarked;

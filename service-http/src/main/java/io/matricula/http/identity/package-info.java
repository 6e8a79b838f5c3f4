/** Puts the rules of accounts, sessions and tokens together from the ports of a deployable. */
@NullMarked
package io.matricula.http.identity;

import org.jspecify.annotations.NullMarked;

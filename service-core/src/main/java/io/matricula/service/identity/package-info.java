/** The people of an account: sign-up, passwords, invitations, and what throttles those who guess. */
@NullMarked
package io.matricula.service.identity;

import org.jspecify.annotations.NullMarked;

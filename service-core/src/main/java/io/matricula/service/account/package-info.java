/** Accounts: who calls, on which plan, since when. */
@NullMarked
package io.matricula.service.account;

import org.jspecify.annotations.NullMarked;

/** Sign-up, and an account in the hands of its people. */
@NullMarked
package io.matricula.gateway.accounts;

import org.jspecify.annotations.NullMarked;

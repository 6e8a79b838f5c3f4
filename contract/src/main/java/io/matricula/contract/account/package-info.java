/** The wire of accounts, sessions and tokens. Fields of requests may be missing, whatever the contract says: clients err. */
@NullMarked
package io.matricula.contract.account;

import org.jspecify.annotations.NullMarked;

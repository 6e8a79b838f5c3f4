/** Accounts and their tokens in DynamoDB. */
@NullMarked
package io.matricula.aws.account;

import org.jspecify.annotations.NullMarked;

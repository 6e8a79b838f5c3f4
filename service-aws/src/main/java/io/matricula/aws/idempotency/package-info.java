/** Answers kept for repetitions, in DynamoDB. */
@NullMarked
package io.matricula.aws.idempotency;

import org.jspecify.annotations.NullMarked;

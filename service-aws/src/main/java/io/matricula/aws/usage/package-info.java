/** Counted calls in DynamoDB. */
@NullMarked
package io.matricula.aws.usage;

import org.jspecify.annotations.NullMarked;

/** Members, their sessions and what they did, in DynamoDB. */
@NullMarked
package io.matricula.aws.identity;

import org.jspecify.annotations.NullMarked;

/** DynamoDB as the stores use it: tables, items, conditional writes. */
@NullMarked
package io.matricula.aws.dynamo;

import org.jspecify.annotations.NullMarked;

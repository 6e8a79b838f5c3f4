/** Reports of installations in DynamoDB. */
@NullMarked
package io.matricula.aws.report;

import org.jspecify.annotations.NullMarked;

/** Notices of quotas in DynamoDB. */
@NullMarked
package io.matricula.aws.notice;

import org.jspecify.annotations.NullMarked;

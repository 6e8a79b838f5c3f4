/** Jobs in DynamoDB, their queue in SQS, their pictures in S3. */
@NullMarked
package io.matricula.aws.job;

import org.jspecify.annotations.NullMarked;

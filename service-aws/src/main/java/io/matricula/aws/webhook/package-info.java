/** Webhooks in DynamoDB, their deliveries in SQS, their pictures in S3. */
@NullMarked
package io.matricula.aws.webhook;

import org.jspecify.annotations.NullMarked;

/** SQS as the queues use it. */
@NullMarked
package io.matricula.aws.sqs;

import org.jspecify.annotations.NullMarked;

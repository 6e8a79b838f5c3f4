/** Deliveries as a Lambda. */
@NullMarked
package io.matricula.lambda.webhooks;

import org.jspecify.annotations.NullMarked;

/** The gateway as a Lambda. */
@NullMarked
package io.matricula.lambda.gateway;

import org.jspecify.annotations.NullMarked;

/** What Lambdas do before AWS freezes them, so that they are quick when they are thawed. */
@NullMarked
package io.matricula.lambda.start;

import org.jspecify.annotations.NullMarked;

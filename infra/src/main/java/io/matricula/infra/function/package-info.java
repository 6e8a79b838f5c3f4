/** How the Lambda functions are made. */
@NullMarked
package io.matricula.infra.function;

import org.jspecify.annotations.NullMarked;

/** The usage service as a Lambda. */
@NullMarked
package io.matricula.lambda.usage;

import org.jspecify.annotations.NullMarked;

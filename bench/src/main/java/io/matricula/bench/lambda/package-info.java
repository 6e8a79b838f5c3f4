/** How long functions of the cloud take to start. */
@NullMarked
package io.matricula.bench.lambda;

import org.jspecify.annotations.NullMarked;

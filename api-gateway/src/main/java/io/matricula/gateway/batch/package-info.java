/** Many pictures in one request, read later. */
@NullMarked
package io.matricula.gateway.batch;

import org.jspecify.annotations.NullMarked;

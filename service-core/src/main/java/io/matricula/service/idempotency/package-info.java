/** Repeated requests: answered from the first answer, counted once. */
@NullMarked
package io.matricula.service.idempotency;

import org.jspecify.annotations.NullMarked;

/** Deliveries of events. */
@NullMarked
package io.matricula.infra.webhook;

import org.jspecify.annotations.NullMarked;

/** Webhooks: events are signed, delivered, tried again, recorded and given up. */
@NullMarked
package io.matricula.webhook;

import org.jspecify.annotations.NullMarked;

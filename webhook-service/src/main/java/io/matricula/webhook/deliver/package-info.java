/** Deliveries from the queue to their targets: when, how many at once, how often, and what becomes of them. */
@NullMarked
package io.matricula.webhook.deliver;

import org.jspecify.annotations.NullMarked;

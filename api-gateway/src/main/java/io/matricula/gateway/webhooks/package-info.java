/** The settings of webhooks, and what became of their deliveries. */
@NullMarked
package io.matricula.gateway.webhooks;

import org.jspecify.annotations.NullMarked;

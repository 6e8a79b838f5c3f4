/** Webhooks: what an account wants to be told, what happened, and how it is brought to the account's own systems. */
@NullMarked
package io.matricula.service.webhook;

import org.jspecify.annotations.NullMarked;

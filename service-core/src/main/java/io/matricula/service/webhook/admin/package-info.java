/** What owners do to their webhooks. */
@NullMarked
package io.matricula.service.webhook.admin;

import org.jspecify.annotations.NullMarked;

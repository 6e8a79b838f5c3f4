/** One HTTP request to a target, bounded in time, size and where it may lead. */
@NullMarked
package io.matricula.webhook.send;

import org.jspecify.annotations.NullMarked;

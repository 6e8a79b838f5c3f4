/** Signatures by which receivers know that a delivery is ours. */
@NullMarked
package io.matricula.webhook.sign;

import org.jspecify.annotations.NullMarked;

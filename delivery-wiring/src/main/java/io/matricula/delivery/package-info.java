/** Puts deliveries together from the ports of a deployable: the same in all editions. */
@NullMarked
package io.matricula.delivery;

import org.jspecify.annotations.NullMarked;

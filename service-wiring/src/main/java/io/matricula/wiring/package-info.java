/** Puts the rules of the core together from the ports of a deployable: the same in all editions. */
@NullMarked
package io.matricula.wiring;

import org.jspecify.annotations.NullMarked;

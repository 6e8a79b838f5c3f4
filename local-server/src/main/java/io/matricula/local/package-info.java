/** One process with everything: the gateway, recognition, and the state in a folder. Wiring only. */
@NullMarked
package io.matricula.local;

import org.jspecify.annotations.NullMarked;

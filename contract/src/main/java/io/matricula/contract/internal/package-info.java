/** What the gateway and its workers say to each other; no promise to anyone else. */
@NullMarked
package io.matricula.contract.internal;

import org.jspecify.annotations.NullMarked;

/** The plate-reader call on the wire: its body and headers, its answer, and repeats of it. */
@NullMarked
package io.matricula.gateway.platereader;

import org.jspecify.annotations.NullMarked;

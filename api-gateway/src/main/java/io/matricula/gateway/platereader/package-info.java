/** The plate-reader call: options, answer, warnings. */
@NullMarked
package io.matricula.gateway.platereader;

import org.jspecify.annotations.NullMarked;

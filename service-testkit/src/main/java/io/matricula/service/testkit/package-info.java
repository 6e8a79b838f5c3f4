/** One conformance suite per port, in-memory adapters, a clock that tests turn. For tests only. */
@NullMarked
package io.matricula.service.testkit;

import org.jspecify.annotations.NullMarked;

/** Counted calls: periods, quotas, rate windows, days. */
@NullMarked
package io.matricula.service.usage;

import org.jspecify.annotations.NullMarked;

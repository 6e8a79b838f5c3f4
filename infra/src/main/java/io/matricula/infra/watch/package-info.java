/** Alarms, the dashboard, the budget. */
@NullMarked
package io.matricula.infra.watch;

import org.jspecify.annotations.NullMarked;

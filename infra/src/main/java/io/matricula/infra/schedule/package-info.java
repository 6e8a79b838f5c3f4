/** What happens by the clock. */
@NullMarked
package io.matricula.infra.schedule;

import org.jspecify.annotations.NullMarked;

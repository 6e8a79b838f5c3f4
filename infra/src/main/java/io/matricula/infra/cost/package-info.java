/** What a recognition costs. */
@NullMarked
package io.matricula.infra.cost;

import org.jspecify.annotations.NullMarked;

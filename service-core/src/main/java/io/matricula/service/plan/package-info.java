/** What accounts may use. */
@NullMarked
package io.matricula.service.plan;

import org.jspecify.annotations.NullMarked;

/** Who calls, and what they may do. */
@NullMarked
package io.matricula.service.access;

import org.jspecify.annotations.NullMarked;

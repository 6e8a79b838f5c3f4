/** Who did what in an account. */
@NullMarked
package io.matricula.service.audit;

import org.jspecify.annotations.NullMarked;

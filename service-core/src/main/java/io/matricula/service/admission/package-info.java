/** The decision whether a call may go ahead. */
@NullMarked
package io.matricula.service.admission;

import org.jspecify.annotations.NullMarked;

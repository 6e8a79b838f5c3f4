/** The people of an account. */
@NullMarked
package io.matricula.service.identity;

import org.jspecify.annotations.NullMarked;

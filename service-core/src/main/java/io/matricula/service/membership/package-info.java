/** The people who are in an account, and its end. */
@NullMarked
package io.matricula.service.membership;

import org.jspecify.annotations.NullMarked;

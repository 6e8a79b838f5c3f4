/** Passwords: what is taken, and how it is kept. */
@NullMarked
package io.matricula.service.password;

import org.jspecify.annotations.NullMarked;

/** Who calls. */
@NullMarked
package io.matricula.http.auth;

import org.jspecify.annotations.NullMarked;

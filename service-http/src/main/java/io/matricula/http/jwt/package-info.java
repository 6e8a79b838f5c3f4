/** JSON Web Tokens. */
@NullMarked
package io.matricula.http.jwt;

import org.jspecify.annotations.NullMarked;

/** Every way to say no, always as JSON. */
@NullMarked
package io.matricula.http.errors;

import org.jspecify.annotations.NullMarked;

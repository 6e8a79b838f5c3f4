/** Every way to say no, always as JSON. */
@NullMarked
package io.matricula.gateway.errors;

import org.jspecify.annotations.NullMarked;

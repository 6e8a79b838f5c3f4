/** Bodies that are taken off their connection as a whole. */
@NullMarked
package io.matricula.http.body;

import org.jspecify.annotations.NullMarked;

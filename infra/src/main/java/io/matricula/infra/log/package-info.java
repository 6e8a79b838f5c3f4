/** Where logs go. */
@NullMarked
package io.matricula.infra.log;

import org.jspecify.annotations.NullMarked;

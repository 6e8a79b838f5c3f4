/** Keys and tokens that are proven by a signature. */
@NullMarked
package io.matricula.service.signing;

import org.jspecify.annotations.NullMarked;

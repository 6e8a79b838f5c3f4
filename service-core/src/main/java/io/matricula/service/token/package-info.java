/** API tokens: shown once, kept as hashes. */
@NullMarked
package io.matricula.service.token;

import org.jspecify.annotations.NullMarked;

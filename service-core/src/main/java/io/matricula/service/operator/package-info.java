/** What an operator may do to accounts. */
@NullMarked
package io.matricula.service.operator;

import org.jspecify.annotations.NullMarked;

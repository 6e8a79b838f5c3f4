/** From what a request shows to who calls. */
@NullMarked
package io.matricula.service.authentication;

import org.jspecify.annotations.NullMarked;

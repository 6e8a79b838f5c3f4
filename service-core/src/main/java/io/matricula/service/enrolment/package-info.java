/** How people come in: sign-up, confirmation, and a new password for a forgotten one. */
@NullMarked
package io.matricula.service.enrolment;

import org.jspecify.annotations.NullMarked;

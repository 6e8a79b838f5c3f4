/** Mails to people. */
@NullMarked
package io.matricula.service.mail;

import org.jspecify.annotations.NullMarked;

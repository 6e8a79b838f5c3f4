/** The address that mails come from. */
@NullMarked
package io.matricula.infra.mail;

import org.jspecify.annotations.NullMarked;

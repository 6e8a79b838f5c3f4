/** Mails by way of an SMTP server. */
@NullMarked
package io.matricula.local.mail;

import org.jspecify.annotations.NullMarked;

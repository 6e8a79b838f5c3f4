/** Mails by SES. */
@NullMarked
package io.matricula.aws.mail;

import org.jspecify.annotations.NullMarked;

/** What on-premises installations tell the cloud edition of themselves. */
@NullMarked
package io.matricula.service.report;

import org.jspecify.annotations.NullMarked;

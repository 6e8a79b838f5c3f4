/** Usage as accounts and operators see it: statistics, quota mails, roll-over of periods, billing. */
@NullMarked
package io.matricula.usage;

import org.jspecify.annotations.NullMarked;

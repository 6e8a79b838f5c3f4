/** What operators send invoices by. */
@NullMarked
package io.matricula.usage.billing;

import org.jspecify.annotations.NullMarked;

/** What the on-premises edition serves, and to whom. */
@NullMarked
package io.matricula.sdk.edition;

import org.jspecify.annotations.NullMarked;

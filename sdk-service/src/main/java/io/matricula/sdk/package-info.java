/** The on-premises edition: one caller without a token, and its licence. */
@NullMarked
package io.matricula.sdk;

import org.jspecify.annotations.NullMarked;

/** What on-premises installations and their installers ask and tell. */
@NullMarked
package io.matricula.gateway.installations;

import org.jspecify.annotations.NullMarked;

/** What on-premises installations and the cloud edition tell each other. */
@NullMarked
package io.matricula.contract.installation;

import org.jspecify.annotations.NullMarked;

/** {@code ./matricula cloud}: an operator's orders to an installation on AWS. */
@NullMarked
package io.matricula.cloud.cli;

import org.jspecify.annotations.NullMarked;

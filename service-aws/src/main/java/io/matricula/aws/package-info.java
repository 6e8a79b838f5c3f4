/** The service's ports on AWS. */
@NullMarked
package io.matricula.aws;

import org.jspecify.annotations.NullMarked;

/** Pictures that clients bring to S3 themselves. */
@NullMarked
package io.matricula.aws.upload;

import org.jspecify.annotations.NullMarked;

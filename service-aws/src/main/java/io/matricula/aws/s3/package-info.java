/** S3 as the stores of pictures use it. */
@NullMarked
package io.matricula.aws.s3;

import org.jspecify.annotations.NullMarked;

/** The ports on AWS, for every deployable of the cloud edition. Opens no connection before the first use. */
@NullMarked
package io.matricula.cloud;

import org.jspecify.annotations.NullMarked;

/** The cloud edition on AWS, as CDK stacks. */
@NullMarked
package io.matricula.infra;

import org.jspecify.annotations.NullMarked;

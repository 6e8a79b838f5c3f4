/** How clients of AWS are made. */
@NullMarked
package io.matricula.aws.client;

import org.jspecify.annotations.NullMarked;

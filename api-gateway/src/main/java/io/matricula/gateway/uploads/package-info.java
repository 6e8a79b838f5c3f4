/** Pictures that clients bring before they ask for them to be read. */
@NullMarked
package io.matricula.gateway.uploads;

import org.jspecify.annotations.NullMarked;

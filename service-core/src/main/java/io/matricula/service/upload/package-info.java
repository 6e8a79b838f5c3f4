/** Pictures that clients bring before they ask for them to be read, past the bounds of a request's size. */
@NullMarked
package io.matricula.service.upload;

import org.jspecify.annotations.NullMarked;

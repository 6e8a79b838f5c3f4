/** From the body of a request, in any of the forms that clients use, to a picture and its fields; all in bounded memory. */
@NullMarked
package io.matricula.gateway.picture;

import org.jspecify.annotations.NullMarked;

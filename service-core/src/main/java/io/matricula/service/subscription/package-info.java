/** Which plan an account is on, and from when. */
@NullMarked
package io.matricula.service.subscription;

import org.jspecify.annotations.NullMarked;

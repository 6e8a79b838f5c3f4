/** People who have signed in. */
@NullMarked
package io.matricula.service.session;

import org.jspecify.annotations.NullMarked;

/** Which addresses of others the service connects to. */
@NullMarked
package io.matricula.service.address;

import org.jspecify.annotations.NullMarked;

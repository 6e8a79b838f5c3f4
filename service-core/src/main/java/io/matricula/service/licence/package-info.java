/** Licences of on-premises installations, which must work where nothing can be asked. */
@NullMarked
package io.matricula.service.licence;

import org.jspecify.annotations.NullMarked;

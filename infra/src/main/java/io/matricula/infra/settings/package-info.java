/** What an installation is asked for, and how large its environments are. */
@NullMarked
package io.matricula.infra.settings;

import org.jspecify.annotations.NullMarked;

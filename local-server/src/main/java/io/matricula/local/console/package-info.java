/** The console's page, and the API's own document that it shows. */
@NullMarked
package io.matricula.local.console;

import org.jspecify.annotations.NullMarked;

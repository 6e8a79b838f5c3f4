/** The console's page, and the API's own document that it shows. */
@NullMarked
package io.matricula.console.http;

import org.jspecify.annotations.NullMarked;

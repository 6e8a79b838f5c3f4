/** The service's ports on one folder: SQLite and files. */
@NullMarked
package io.matricula.embedded;

import org.jspecify.annotations.NullMarked;

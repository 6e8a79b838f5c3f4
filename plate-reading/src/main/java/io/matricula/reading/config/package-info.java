/** What an operator can set about reading. */
@NullMarked
package io.matricula.reading.config;

import org.jspecify.annotations.NullMarked;

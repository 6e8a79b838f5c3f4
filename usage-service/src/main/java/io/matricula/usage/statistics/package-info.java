/** What an account has used, over HTTP. */
@NullMarked
package io.matricula.usage.statistics;

import org.jspecify.annotations.NullMarked;

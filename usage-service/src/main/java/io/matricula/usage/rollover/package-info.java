/** What happens when a period ends. */
@NullMarked
package io.matricula.usage.rollover;

import org.jspecify.annotations.NullMarked;

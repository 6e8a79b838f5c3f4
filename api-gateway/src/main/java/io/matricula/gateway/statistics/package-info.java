/** The statistics call. */
@NullMarked
package io.matricula.gateway.statistics;

import org.jspecify.annotations.NullMarked;

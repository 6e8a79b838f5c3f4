/** Calls that are counted now and worked on later. */
@NullMarked
package io.matricula.reading.job;

import org.jspecify.annotations.NullMarked;

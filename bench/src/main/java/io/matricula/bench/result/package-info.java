/** Measurements as they are kept: a table, and what it was measured on. */
@NullMarked
package io.matricula.bench.result;

import org.jspecify.annotations.NullMarked;

/** One plate-reader call: its options, its count, its answer, its warnings and its event. */
@NullMarked
package io.matricula.reading.call;

import org.jspecify.annotations.NullMarked;

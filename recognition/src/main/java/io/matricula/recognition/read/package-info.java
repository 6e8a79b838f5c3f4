/** From the reader's CTC output to a text: beam search, formats, candidates and honest scores. */
@NullMarked
package io.matricula.recognition.read;

import org.jspecify.annotations.NullMarked;

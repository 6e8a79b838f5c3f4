/** What is known of the world's plates: region codes, their formats, and how likely a text is in each of them. */
@NullMarked
package io.matricula.recognition.region;

import org.jspecify.annotations.NullMarked;

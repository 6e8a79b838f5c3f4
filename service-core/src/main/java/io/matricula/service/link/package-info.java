/** Links in mails: random, kept as hashes, good once, for a while. */
@NullMarked
package io.matricula.service.link;

import org.jspecify.annotations.NullMarked;

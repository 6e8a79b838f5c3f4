/** The private network of workers, and of the functions that reach them. */
@NullMarked
package io.matricula.infra.network;

import org.jspecify.annotations.NullMarked;

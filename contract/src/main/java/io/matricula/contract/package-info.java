/** The wire: what clients send and get, and what the gateway and whoever recognises say to each other. Only values, no behaviour. */
@NullMarked
package io.matricula.contract;

import org.jspecify.annotations.NullMarked;

/** What the command lines of all editions have alike: an operator's orders to the ports, and how mistakes and failures are told. */
@NullMarked
package io.matricula.command;

import org.jspecify.annotations.NullMarked;

/** The public HTTP API, and what may stand in front of it. */
@NullMarked
package io.matricula.infra.gateway;

import org.jspecify.annotations.NullMarked;

/** What roles may do, each resource by its name. */
@NullMarked
package io.matricula.infra.permission;

import org.jspecify.annotations.NullMarked;

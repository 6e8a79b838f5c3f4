/** Recognition on ECS, with its load balancer and its scaling. */
@NullMarked
package io.matricula.infra.worker;

import org.jspecify.annotations.NullMarked;

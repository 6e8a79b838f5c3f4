/** Everything that is kept: tables, pictures, queues, the workers' images. */
@NullMarked
package io.matricula.infra.data;

import org.jspecify.annotations.NullMarked;

/** Pictures that are taken on now and read later. */
@NullMarked
package io.matricula.service.job;

import org.jspecify.annotations.NullMarked;

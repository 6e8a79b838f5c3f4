/** Tells accounts when their quota is nearly or wholly used. */
@NullMarked
package io.matricula.usage.notice;

import org.jspecify.annotations.NullMarked;

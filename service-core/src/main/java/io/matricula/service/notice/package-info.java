/** What accounts are told about their quota. */
@NullMarked
package io.matricula.service.notice;

import org.jspecify.annotations.NullMarked;

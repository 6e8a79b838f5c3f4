/** What an installation tells of itself. */
@NullMarked
package io.matricula.sdk.info;

import org.jspecify.annotations.NullMarked;

/** The webhooks of an installation, which are set by a file. */
@NullMarked
package io.matricula.sdk.webhooks;

import org.jspecify.annotations.NullMarked;

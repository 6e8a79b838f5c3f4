/** The licence as the account of all calls. */
@NullMarked
package io.matricula.sdk.licence;

import org.jspecify.annotations.NullMarked;

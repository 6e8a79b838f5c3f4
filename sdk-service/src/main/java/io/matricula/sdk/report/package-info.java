/** Tells the cloud edition of the calls of an installation, where that is wanted. */
@NullMarked
package io.matricula.sdk.report;

import org.jspecify.annotations.NullMarked;

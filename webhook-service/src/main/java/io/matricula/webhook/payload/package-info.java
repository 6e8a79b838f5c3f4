/** What a delivery says: JSON, or a form with JSON and a picture. */
@NullMarked
package io.matricula.webhook.payload;

import org.jspecify.annotations.NullMarked;

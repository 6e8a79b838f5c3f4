package io.matricula.webhook.send;

import java.time.Duration;

/**
 * The bounds of one request.
 *
 * @param connect for a connection to come about
 * @param total from the look-up of the name to the end of the answer, redirects included
 * @param redirects how many are followed
 * @param connections kept to all targets together
 */
public record SendSettings(Duration connect, Duration total, int redirects, int connections) {
    public static final SendSettings STANDARD = new SendSettings(Duration.ofSeconds(5), Duration.ofSeconds(15), 3, 256);
}

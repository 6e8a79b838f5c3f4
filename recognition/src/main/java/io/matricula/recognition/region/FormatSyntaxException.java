package io.matricula.recognition.region;

/** A format is not a regular expression of the kind that {@link FormatSyntax} supports; the message names it and says why. */
public final class FormatSyntaxException extends IllegalArgumentException {
    FormatSyntaxException(String format, String reason) {
        super("Text format '%s': %s".formatted(format, reason));
    }
}

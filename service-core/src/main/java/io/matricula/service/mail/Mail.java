package io.matricula.service.mail;

/**
 * A mail to one person. May hold a link that is a secret: {@link #toString} hides the text from logs.
 *
 * @param to one address, without a name
 * @param subject one line
 * @param text plain text, lines ended by {@code \n}
 */
public record Mail(String to, String subject, String text) {
    public Mail {
        if (hasControl(to) || hasControl(subject)) {
            throw new IllegalArgumentException("a mail's head can't hold control characters");
        }
    }

    /** A line break here would let the address or subject add headers of its own. */
    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}

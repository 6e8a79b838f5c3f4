package io.matricula.service.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses in one form, so that each person is known once. */
public final class EmailAddress {
    private static final int LONGEST = 254;
    /** Narrower than RFC 5322 where an address could be taken for two, or for markup. */
    private static final Pattern FORM = Pattern.compile(
            "[^@\\s\\p{Cntrl}<>()\\[\\],;:\\\\\"]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

    private EmailAddress() {}

    /** The address in lower case, without blanks around it; empty if the text is none. */
    public static Optional<String> normalised(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String address = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return FORM.matcher(address).matches() && !address.contains("..") ? Optional.of(address) : Optional.empty();
    }
}

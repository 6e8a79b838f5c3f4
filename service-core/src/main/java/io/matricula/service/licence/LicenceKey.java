package io.matricula.service.licence;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A {@link Licence} as the text that is handed to its holder, signed by who issued it. */
public final class LicenceKey {
    private static final String KIND = "MLK1";
    private static final Set<String> NAMES =
            Set.of("id", "holder", "installation", "calls", "mmc", "issued", "expires", "grace");

    private LicenceKey() {}

    public static String write(Licence licence, PrivateKey issuer) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", licence.id());
        values.put("holder", licence.holder());
        values.put("installation", licence.installation());
        values.put("calls", Long.toString(licence.callsPerPeriod()));
        values.put("mmc", Boolean.toString(licence.mmc()));
        values.put("issued", licence.issued().toString());
        values.put("expires", licence.expires().toString());
        values.put("grace", Integer.toString(licence.graceDays()));
        return SignedText.write(KIND, values, issuer);
    }

    /** The licence of a key; refuses what the issuer has not signed. Says nothing about installation and expiry. */
    public static Licence read(String text, PublicKey issuer) {
        Map<String, String> values = SignedText.values(KIND, text);
        if (!SignedText.isSignedBy(issuer, KIND, text)) {
            throw new LicenceException("the licence key was changed, or signed by somebody else than the issuer"
                    + " whose public key this program has");
        }
        if (!values.keySet().equals(NAMES)) {
            throw new LicenceException("the licence key is of another version of this program");
        }
        return licence(values);
    }

    private static Licence licence(Map<String, String> values) {
        try {
            return new Licence(
                    values.getOrDefault("id", ""),
                    values.getOrDefault("holder", ""),
                    values.getOrDefault("installation", ""),
                    Long.parseLong(values.getOrDefault("calls", "")),
                    Boolean.parseBoolean(values.getOrDefault("mmc", "")),
                    Instant.parse(values.getOrDefault("issued", "")),
                    LocalDate.parse(values.getOrDefault("expires", "")),
                    Integer.parseInt(values.getOrDefault("grace", "")));
        } catch (NumberFormatException | DateTimeException e) {
            throw new LicenceException("the licence key has a value that is none: " + e.getMessage());
        }
    }
}

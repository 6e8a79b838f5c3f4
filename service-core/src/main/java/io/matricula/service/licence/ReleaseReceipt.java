package io.matricula.service.licence;

import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Proof that an installation has given up its licence: signed with the installation's own key, whose hash is the id that the licence
 * names. With it the licence can be issued anew to another installation.
 *
 * @param licenceKey the licence given up
 * @param licence its id
 * @param installation who gave it up
 * @param calls calls of the period in which it was given up
 */
public record ReleaseReceipt(String licenceKey, String licence, String installation, long calls, Instant at) {
    private static final String KIND = "MLR1";

    String write(Installation from) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("key", licenceKey);
        values.put("licence", licence);
        values.put("installation", installation);
        values.put(
                "public",
                Base64.getEncoder()
                        .encodeToString(KeyText.publicKey(from.publicKey()).getEncoded()));
        values.put("calls", Long.toString(calls));
        values.put("at", at.toString());
        return SignedText.write(KIND, values, KeyText.privateKey(from.privateKey()));
    }

    /** Reads a receipt; refuses one that the installation it names has not signed. */
    public static ReleaseReceipt read(String text) {
        Map<String, String> values = SignedText.values(KIND, text);
        PublicKey key = KeyText.publicKey(values.getOrDefault("public", ""));
        String installation = values.getOrDefault("installation", "");
        if (!Installation.idOf(key).equals(installation) || !SignedText.isSignedBy(key, KIND, text)) {
            throw new LicenceException("the receipt was changed, or was not written by the installation it names");
        }
        try {
            return new ReleaseReceipt(
                    values.getOrDefault("key", ""),
                    values.getOrDefault("licence", ""),
                    installation,
                    Long.parseLong(values.getOrDefault("calls", "")),
                    Instant.parse(values.getOrDefault("at", "")));
        } catch (NumberFormatException | DateTimeException e) {
            throw new LicenceException("the receipt has a value that is none: " + e.getMessage());
        }
    }

    /** The licence for the installation that it moves to, under the same terms. */
    public Licence moveTo(String other, PublicKey issuer, Instant now) {
        Licence old = LicenceKey.read(licenceKey, issuer);
        if (!old.id().equals(licence) || !old.installation().equals(installation)) {
            throw new LicenceException("the receipt is for a licence of another installation");
        }
        return old.movedTo(other, now);
    }
}

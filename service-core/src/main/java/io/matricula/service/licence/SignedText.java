package io.matricula.service.licence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Named values under an Ed25519 signature (RFC 8032) as one line of text: {@code KIND.VALUES.SIGNATURE}, the last two in base64url. The
 * values are {@code name=value} lines. The signature covers kind and values, so that a receipt is never taken for a licence.
 */
final class SignedText {
    private static final int LONGEST = 8_192;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private SignedText() {}

    static String write(String kind, Map<String, String> values, PrivateKey key) {
        String lines = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining("\n"));
        String signed = kind + "." + ENCODER.encodeToString(lines.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + ENCODER.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new LicenceException("the key can't sign: " + e.getMessage());
        }
    }

    /** The values of a text that was not checked yet; refuses what has not the form. White space, as mails add it, is passed over. */
    static Map<String, String> values(String kind, String text) {
        try {
            String[] parts = parts(kind, text);
            String lines = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            var values = new LinkedHashMap<String, String>();
            for (String line : lines.split("\n", -1)) {
                int equals = line.indexOf('=');
                if (equals < 1 || values.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
                    throw noSuch(kind);
                }
            }
            return values;
        } catch (IllegalArgumentException e) {
            throw noSuch(kind);
        }
    }

    /** Whether the owner of the key has signed the text. */
    static boolean isSignedBy(PublicKey key, String kind, String text) {
        try {
            String[] parts = parts(kind, text);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update((kind + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String[] parts(String kind, String text) {
        String[] parts = text.replaceAll("\\s", "").split("\\.", -1);
        if (text.length() > LONGEST || parts.length != 3 || !parts[0].equals(kind)) {
            throw noSuch(kind);
        }
        return parts;
    }

    private static LicenceException noSuch(String kind) {
        return new LicenceException("this is no text of the kind " + kind + ", or a part of it is missing");
    }
}

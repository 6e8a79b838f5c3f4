package io.matricula.service.licence;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One on-premises installation as it keeps itself: a key pair made on its first start, the licence in use, and what it has seen of time.
 * Immutable. The state folder is the installation: who copies it copies the installation.
 *
 * @param privateKey PEM; signs the receipt of a released licence
 * @param publicKey PEM; its hash is the installation's id
 * @param firstStart when the pair was made
 * @param lastSeen the latest instant that the clock has shown
 * @param licence the key in use, null without one
 * @param newestIssue when the newest licence was issued that was ever used here; null without one
 * @param released ids of licences that have left this installation and never work here again
 */
public record Installation(
        String privateKey,
        String publicKey,
        Instant firstStart,
        Instant lastSeen,
        @Nullable String licence,
        @Nullable Instant newestIssue,
        Set<String> released) {
    public Installation {
        released = Set.copyOf(released);
    }

    /** A new installation with keys of its own. */
    public static Installation create(Instant now) {
        KeyPair keys = KeyText.newPair();
        return new Installation(
                KeyText.write(keys.getPrivate()), KeyText.write(keys.getPublic()), now, now, null, null, Set.of());
    }

    /** Names the installation to who issues licences, {@code 3F2A-90C4-11D7-5B0E-6A33}. */
    public String id() {
        return idOf(KeyText.publicKey(publicKey));
    }

    static String idOf(PublicKey key) {
        String digits = HexFormat.of().formatHex(sha256(key.getEncoded()), 0, 10);
        return digits.toUpperCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
    }

    /**
     * A secret that only this installation can know, always the same for the same purpose.
     *
     * @param bytes 1 to 32
     * @return two hex digits a byte
     */
    public String secret(String purpose, int bytes) {
        byte[] text = (purpose + "\n" + privateKey).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256(text), 0, bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Has seen an instant; an earlier one changes nothing. */
    Installation sawTime(Instant now) {
        return now.isAfter(lastSeen)
                ? new Installation(privateKey, publicKey, firstStart, now, licence, newestIssue, released)
                : this;
    }

    /** Uses a licence; one that is newer than all before sets the last seen time right, should the clock have shown a future. */
    Installation with(String key, Licence terms, Instant now) {
        boolean newer = newestIssue == null || terms.issued().isAfter(newestIssue);
        boolean resets = newer && !now.isBefore(terms.issued());
        return new Installation(
                privateKey,
                publicKey,
                firstStart,
                resets ? now : lastSeen,
                key,
                newer ? terms.issued() : newestIssue,
                released);
    }

    Installation withoutLicence(String releasedId) {
        var ids = new TreeSet<>(released);
        ids.add(releasedId);
        return new Installation(privateKey, publicKey, firstStart, lastSeen, null, newestIssue, ids);
    }

    @Override
    public String toString() {
        return "Installation[" + id() + "]";
    }
}

package io.matricula.gateway.platereader;

import io.matricula.reading.picture.Picture;
import io.matricula.reading.picture.Submission;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * The SHA-256 of what a request says, whatever form it came in: a client that repeats a request chooses a new multipart boundary,
 * and may choose another order of its fields.
 */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(Submission sent) {
        try {
            var fingerprint = new Fingerprint(MessageDigest.getInstance("SHA-256"));
            fingerprint.add(sent);
            return HexFormat.of().formatHex(fingerprint.digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void add(Submission sent) {
        Picture picture = sent.picture();
        add(picture == null ? new byte[0] : picture.bytes());
        add(picture == null ? "" : picture.name());
        add(sent.uploadUrl() == null ? "" : sent.uploadUrl());
        new TreeMap<>(sent.fields()).forEach((name, texts) -> {
            add(name);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, texts.size()));
            texts.forEach(this::add);
        });
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With the length before it, so that no two requests run together to the same bytes. */
    private void add(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }
}

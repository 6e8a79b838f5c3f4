package io.matricula.webhook.send;

import io.matricula.service.webhook.AttemptResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of an answer's body.
 *
 * @param text up to {@link AttemptResult#LONGEST_ANSWER} characters
 * @param complete whether the body was read to its end, so that the connection can be used again
 */
record Excerpt(String text, boolean complete) {
    private static final int READ = 16_384;

    static Excerpt of(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new Excerpt("", true);
        }
        InputStream content = entity.getContent();
        byte[] start = content.readNBytes(READ);
        boolean complete = start.length < READ || content.read() < 0;
        return new Excerpt(text(start), complete);
    }

    private static String text(byte[] start) {
        // Up to four bytes a character; a broken last one is cut off with the rest.
        int bytes = Math.min(start.length, 4 * AttemptResult.LONGEST_ANSWER);
        String text = new String(start, 0, bytes, StandardCharsets.UTF_8).replace('\0', ' ');
        return text.length() > AttemptResult.LONGEST_ANSWER ? text.substring(0, AttemptResult.LONGEST_ANSWER) : text;
    }
}

package io.matricula.gateway.picture;

import io.matricula.contract.PictureProblem;
import io.matricula.http.errors.ApiException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Base64 of a picture as clients really send it: with line breaks, as a data URI, URL-safe, unpadded, or with blanks where a form had a plus. */
final class Base64Picture {
    private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_URI_HEAD = 200;

    private Base64Picture() {}

    /** The decoded bytes; refused if the text is no base64. Changes the text, for a copy of it may be large. */
    static byte[] decode(byte[] text) {
        int length = clean(text, startOfData(text));
        try {
            ByteBuffer decoded = Base64.getDecoder().decode(ByteBuffer.wrap(text, 0, length));
            return decoded.remaining() == decoded.array().length
                    ? decoded.array()
                    : Arrays.copyOf(decoded.array(), decoded.remaining());
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static int startOfData(byte[] text) {
        int start = 0;
        while (start < text.length && (text[start] & 0xFF) <= ' ') {
            start++;
        }
        if (!Arrays.equals(text, start, Math.min(text.length, start + DATA.length), DATA, 0, DATA.length)) {
            return start;
        }
        for (int i = start; i < Math.min(text.length, start + LONGEST_URI_HEAD); i++) {
            if (text[i] == ',') {
                return i + 1;
            }
        }
        throw refused();
    }

    /** Moves what counts to the front and returns its length. */
    private static int clean(byte[] text, int start) {
        int length = 0;
        byte before = start == 0 ? (byte) '\n' : text[start - 1];
        for (int i = start; i < text.length; i++) {
            byte symbol = text[i];
            switch (symbol) {
                case '\r', '\n', '\t' -> {}
                case ' ' -> {
                    if (isLostPlus(text, i, before)) {
                        text[length++] = '+';
                    }
                }
                case '-' -> text[length++] = '+';
                case '_' -> text[length++] = '/';
                default -> text[length++] = symbol;
            }
            before = symbol;
        }
        return length;
    }

    /** A form turns a plus into a blank; a blank at an end of a line is only a blank. */
    private static boolean isLostPlus(byte[] text, int at, byte before) {
        return before != '\n' && at + 1 < text.length && text[at + 1] != '\r' && text[at + 1] != '\n';
    }

    private static ApiException refused() {
        return ApiException.field(SubmissionBuilder.UPLOAD, PictureProblem.NOT_A_PICTURE.text());
    }
}

package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body of {@code multipart/form-data} (RFC 7578, RFC 2046 section 5.1), all in memory. The search for the end of a part leaps from one possible place
 * to the next (Horspool 1980), and nothing is copied but what the parts hold: a picture is nearly all of its body. Used by one thread.
 */
final class MultipartForm {
    /** RFC 2046 allows 70 characters; some clients send more. */
    private static final int LONGEST_BOUNDARY = 200;

    /** Of which only the names of field and file matter. */
    private static final int LONGEST_HEADER = 8192;

    private static final int BYTE = 0xff;

    private final byte[] body;
    /** A line break and the delimiter after it; the break belongs to the delimiter, not to the part before. */
    private final byte[] delimiter;

    private final int[] leaps = new int[BYTE + 1];

    private MultipartForm(byte[] body, String boundary) {
        this.body = body;
        delimiter = ("\n--" + boundary).getBytes(StandardCharsets.UTF_8);
        int last = delimiter.length - 1;
        Arrays.fill(leaps, delimiter.length);
        for (int i = 0; i < last; i++) {
            leaps[delimiter[i] & BYTE] = last - i;
        }
    }

    /**
     * Hands on what the parts hold, in their order.
     *
     * @throws ApiException if the body is not what its Content-Type says
     */
    static void read(byte[] body, String contentType, SubmissionBuilder into) {
        String boundary = parameters(contentType).get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw malformed("the Content-Type names no boundary");
        }
        if (new MultipartForm(body, boundary).read(into) == 0) {
            throw malformed("the body holds no part");
        }
    }

    private int read(SubmissionBuilder into) {
        int parts = 0;
        int next = afterFirstDelimiter();
        while (!ends(next)) {
            next = part(lineEnd(next) + 1, into);
            parts++;
        }
        return parts;
    }

    private int afterFirstDelimiter() {
        int bare = delimiter.length - 1;
        if (body.length >= bare && Arrays.equals(body, 0, bare, delimiter, 1, delimiter.length) && delimits(bare)) {
            return bare;
        }
        int found = find(0);
        return found < 0 ? body.length : found + delimiter.length;
    }

    /** Whether nothing but an epilogue follows a delimiter. */
    private boolean ends(int after) {
        return after >= body.length || body[after] == '-';
    }

    /** Hands on the part that begins with its headers at {@code start}; gives where the delimiter behind it ends. */
    private int part(int start, SubmissionBuilder into) {
        String disposition = null;
        int line = start;
        for (int end = lineEnd(line); !isBlank(line, end); end = lineEnd(line)) {
            disposition = disposition == null ? disposition(line, end) : disposition;
            line = end + 1;
        }
        int content = lineEnd(line) + 1;
        // A part without content may lack the line break that is the delimiter's.
        int found = find(content - 1);
        if (found < 0) {
            throw malformed("the body ends in the middle of a field");
        }
        int end = found > content && body[found - 1] == '\r' ? found - 1 : found;
        take(disposition, Arrays.copyOfRange(body, content, Math.max(content, end)), into);
        return found + delimiter.length;
    }

    private static void take(@Nullable String disposition, byte[] content, SubmissionBuilder into) {
        Map<String, String> parameters = disposition == null ? Map.of() : parameters(disposition);
        String name = parameters.get("name");
        if (name == null) {
            throw malformed("a field has no name");
        } else if (parameters.containsKey("filename")) {
            into.file(name, parameters.get("filename"), content);
        } else {
            into.text(name, content);
        }
    }

    private static Map<String, String> parameters(String header) {
        try {
            return HeaderParameters.of(header);
        } catch (IllegalArgumentException e) {
            throw malformed("a name can't be decoded");
        }
    }

    /** The value of this header line if it is the one that names the part. */
    private @Nullable String disposition(int start, int end) {
        if (end - start > LONGEST_HEADER) {
            throw malformed("a field has too long a header");
        }
        String line = new String(body, start, end - start, StandardCharsets.UTF_8);
        String wanted = "content-disposition:";
        return line.regionMatches(true, 0, wanted, 0, wanted.length()) ? line.substring(wanted.length()) : null;
    }

    private boolean isBlank(int start, int end) {
        return end == start || end == start + 1 && body[start] == '\r';
    }

    /** Where the line's feed is. */
    private int lineEnd(int start) {
        for (int i = start; i < body.length; i++) {
            if (body[i] == '\n') {
                return i;
            }
        }
        throw malformed("the body ends in the middle of a field");
    }

    /** Where the next delimiter's line feed is; -1 if there is none. */
    private int find(int from) {
        int last = delimiter.length - 1;
        // A delimiter begins with the only line feed in it, so no two places overlap and each byte is compared once at
        // most.
        for (int i = from; i + last < body.length; i += leaps[body[i + last] & BYTE]) {
            if (body[i] == '\n'
                    && Arrays.equals(body, i, i + last + 1, delimiter, 0, last + 1)
                    && delimits(i + last + 1)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether what follows the boundary's text ends it: dashes, the line's end, or blanks before it. */
    private boolean delimits(int after) {
        int i = after;
        if (i + 1 < body.length && body[i] == '-' && body[i + 1] == '-') {
            return true;
        }
        while (i < body.length && (body[i] == ' ' || body[i] == '\t' || body[i] == '\r')) {
            i++;
        }
        return i == body.length || body[i] == '\n';
    }

    private static ApiException malformed(String what) {
        return ApiException.of(ApiError.MALFORMED_BODY, "Multipart form parse error - " + what + ".");
    }
}

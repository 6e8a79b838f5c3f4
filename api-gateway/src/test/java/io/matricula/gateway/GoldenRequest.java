package io.matricula.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request out of a file of {@code contract/golden}: what stands in double braces is put in, and lines end as HTTP wants it. */
public record GoldenRequest(String head, byte[] body) {
    /** Begins like a JPEG, and holds what trips a careless reader: line breaks, hyphens, zeros, and base64 with plus and slash. */
    public static final byte[] PICTURE = bytes('K');

    public static final byte[] EMPTY = bytes('E');

    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z0-9-]+)}}");

    static GoldenRequest read(Path file, String token, String pictureUrl) throws IOException {
        String text = Files.readString(file).replace("\n", "\r\n");
        int end = text.indexOf("\r\n\r\n");
        var body = new ByteArrayOutputStream();
        String rest = text.substring(end + 4, Math.max(end + 4, text.length() - 2));
        Matcher gap = GAP.matcher(rest);
        int at = 0;
        while (gap.find()) {
            body.writeBytes(rest.substring(at, gap.start()).getBytes(StandardCharsets.UTF_8));
            body.writeBytes(value(gap.group(1), pictureUrl));
            at = gap.end();
        }
        body.writeBytes(rest.substring(at).getBytes(StandardCharsets.UTF_8));
        return new GoldenRequest(text.substring(0, end).replace("{{token}}", token), body.toByteArray());
    }

    private static byte[] value(String gap, String pictureUrl) {
        String base64 = Base64.getEncoder().encodeToString(PICTURE);
        return switch (gap) {
            case "picture" -> PICTURE;
            case "empty" -> EMPTY;
            case "base64" -> ascii(base64);
            case "base64-form" -> ascii(URLEncoder.encode(base64, StandardCharsets.US_ASCII));
            case "base64-lines" -> Base64.getMimeEncoder().encode(PICTURE);
            case "base64-url" -> Base64.getUrlEncoder().withoutPadding().encode(PICTURE);
            case "picture-url" -> ascii(pictureUrl);
            default -> throw new IllegalArgumentException(gap);
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(char last) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16});
        bytes.writeBytes("JFIF\r\n--\r\n\r\n--3d1f9\r\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 24; i++) {
            bytes.writeBytes(new byte[] {(byte) 0xFB, (byte) 0xFF, (byte) 0xBF});
        }
        bytes.write(0);
        bytes.write(last);
        return bytes.toByteArray();
    }
}

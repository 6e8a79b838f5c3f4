package io.matricula.gateway.picture;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The parameters of a header such as {@code form-data; name="upload"; filename="car.jpg"}. */
final class HeaderParameters {
    private HeaderParameters() {}

    /**
     * By their names in lower case; the text before the first semicolon is none of them. A name with an asterisk (RFC 8187) is decoded and
     * wins over the one without.
     *
     * @throws IllegalArgumentException if such a one can't be decoded
     */
    static Map<String, String> of(String header) {
        Map<String, String> parameters = new HashMap<>();
        Map<String, String> extended = new HashMap<>();
        int at = end(header, 0);
        while (at < header.length()) {
            int end = end(header, at + 1);
            String parameter = header.substring(at + 1, end);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                String name = parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String value = unquoted(parameter.substring(equals + 1).strip());
                if (name.endsWith("*")) {
                    extended.putIfAbsent(name.substring(0, name.length() - 1), decoded(value));
                } else {
                    parameters.putIfAbsent(name, value);
                }
            }
            at = end;
        }
        parameters.putAll(extended);
        return parameters;
    }

    /** Where a parameter ends: at the next semicolon that isn't quoted. */
    private static int end(String header, int from) {
        boolean quoted = false;
        for (int i = from; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"' && !(quoted && header.charAt(i - 1) == '\\')) {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return header.length();
    }

    /** Only quotes are taken as escaped: some browsers send whole paths of Windows, with bare backslashes. */
    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replace("\\\"", "\"") : value;
    }

    /** {@code UTF-8'en'caf%C3%A9.jpg}. */
    private static String decoded(String value) {
        String[] parts = value.split("'", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("an extended parameter without its character set");
        }
        return URLDecoder.decode(parts[2].replace("+", "%2B"), Charset.forName(parts[0]));
    }
}

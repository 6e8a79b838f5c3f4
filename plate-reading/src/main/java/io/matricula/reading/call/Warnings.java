package io.matricula.reading.call;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The {@code Warning} headers (RFC 7234, code 299) of an answer. */
final class Warnings {
    /** What may be echoed into a header. */
    private static final Pattern SANE_CODE = Pattern.compile("[a-z0-9-]{1,12}");

    private static final int MOST_NAMED = 10;

    private Warnings() {}

    static List<String> headers(List<String> texts, List<String> unknownRegions) {
        var headers = new ArrayList<String>();
        texts.forEach(text -> headers.add(header(text)));
        if (!unknownRegions.isEmpty()) {
            headers.add(header("unknown regions were ignored: " + named(unknownRegions)));
        }
        return headers;
    }

    private static String named(List<String> codes) {
        List<String> sane = codes.stream()
                .filter(code -> SANE_CODE.matcher(code).matches())
                .limit(MOST_NAMED)
                .toList();
        int rest = codes.size() - sane.size();
        String names = String.join(", ", sane);
        return rest == 0 ? names : names + (sane.isEmpty() ? "" : " and ") + rest + " more";
    }

    private static String header(String text) {
        return "299 matricula \"" + text + "\"";
    }
}

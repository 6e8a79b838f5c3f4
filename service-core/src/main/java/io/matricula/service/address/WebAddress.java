package io.matricula.service.address;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** The rules for addresses that a client or a redirect names, before any name is resolved. */
public final class WebAddress {
    private static final int LONGEST = 2048;
    private static final int LAST_PORT = 65_535;
    private static final String INVALID = "Enter a valid URL.";
    /** Hosts of digits and dots that are not four plain decimal numbers: other spellings of addresses, read differently by each library. */
    private static final Pattern ODD_NUMBER = Pattern.compile("(?i)[0-9.]+|(0x[0-9a-f]*\\.?)+|.*\\.0x[0-9a-f]*");

    private static final Pattern PLAIN_IPV4 = Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");

    /** Java writes names in ASCII by the rules of 2003 (RFC 3490), by which one with these is another name than it is today. */
    private static final Pattern CHANGED_SINCE = Pattern.compile("[ßς\\u200c\\u200d]");

    private WebAddress() {}

    /**
     * An address that may be asked for, in ASCII alone: HTTP clients send a question mark for any other character.
     *
     * @throws IllegalArgumentException if it may not; the message is meant for the client
     */
    public static URI parse(String text) {
        try {
            return checked(withHostInAscii(new URI(text)));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(INVALID, e);
        }
    }

    /** Where a redirect leads, held to the same rules. */
    public static URI redirect(URI from, String location) {
        try {
            return checked(withHostInAscii(from.resolve(new URI(location))));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(INVALID, e);
        }
    }

    /** So that the rules below see the very name that is looked up: {@code １２７.0.0.1} is a number then, and full-width dots are dots. */
    private static URI withHostInAscii(URI uri) throws URISyntaxException {
        String authority = uri.getRawAuthority();
        if (authority == null || uri.getHost() != null) {
            return uri;
        }
        String host = authority.replaceFirst(":[0-9]*$", "");
        String port = authority.substring(host.length());
        return new URI(uri.toString().replaceFirst(Pattern.quote(authority), ascii(host) + port));
    }

    private static String ascii(String host) {
        if (CHANGED_SINCE.matcher(host).find()) {
            throw new IllegalArgumentException(INVALID);
        }
        try {
            return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(INVALID, e);
        }
    }

    private static URI checked(URI uri) {
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("Only http and https addresses are taken.");
        }
        String ascii = uri.toASCIIString();
        if (host == null || uri.getUserInfo() != null || uri.getPort() > LAST_PORT || ascii.length() > LONGEST) {
            throw new IllegalArgumentException(INVALID);
        }
        if (ODD_NUMBER.matcher(host).matches() && !PLAIN_IPV4.matcher(host).matches()) {
            throw new IllegalArgumentException("This address is not allowed.");
        }
        return URI.create(ascii);
    }
}

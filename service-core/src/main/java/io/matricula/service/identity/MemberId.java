package io.matricula.service.identity;

import java.util.UUID;
import java.util.regex.Pattern;

/** The identity of a member: random, never reused, safe to log. */
public record MemberId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public MemberId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a member id: " + value);
        }
    }

    public static MemberId random() {
        return new MemberId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}

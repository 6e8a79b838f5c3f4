package io.matricula.service.job;

import java.util.UUID;
import java.util.regex.Pattern;

/** The name of a job: 32 lower-case hex digits, random, never reused, safe to log. */
public record JobId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public JobId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a job id: " + value);
        }
    }

    public static JobId random() {
        return new JobId(UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}

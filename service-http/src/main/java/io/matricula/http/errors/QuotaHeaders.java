package io.matricula.http.errors;

import io.matricula.service.admission.Quota;
import java.util.Map;

/** What every answer about a call says of the account's period. */
public final class QuotaHeaders {
    private QuotaHeaders() {}

    /** Headers by name. */
    public static Map<String, String> of(Quota quota) {
        return Map.of(
                "X-RateLimit-Limit", Long.toString(quota.max()),
                "X-RateLimit-Remaining", Long.toString(quota.remaining()),
                "X-RateLimit-Reset", Long.toString(quota.resetsOn().getEpochSecond()));
    }
}

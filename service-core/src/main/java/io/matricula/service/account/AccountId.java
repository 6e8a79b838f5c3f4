package io.matricula.service.account;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The identity of an account: random, never reused, safe to log. Every port method that touches a tenant's data takes it,
 * so that no query can be written that sees another tenant.
 */
public record AccountId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an account id: " + value);
        }
    }

    public static AccountId random() {
        return new AccountId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}

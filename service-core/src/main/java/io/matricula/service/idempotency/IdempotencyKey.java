package io.matricula.service.idempotency;

import io.matricula.service.account.AccountId;

/**
 * The name that a client gave a request so that it can repeat it safely; unique within its account only.
 *
 * @param key 1 to 255 printable ASCII characters
 */
public record IdempotencyKey(AccountId account, String key) {
    public IdempotencyKey {
        if (!key.matches("[\\x21-\\x7e]{1,255}")) {
            throw new IllegalArgumentException("an idempotency key has 1 to 255 printable ASCII characters");
        }
    }
}

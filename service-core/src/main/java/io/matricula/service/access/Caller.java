package io.matricula.service.access;

import io.matricula.service.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * Who a request comes from, proven: an account, by which of its keys, and what that key may do. Every query of a request takes its account
 * from here, never from the request. Immutable.
 *
 * @param account may be suspended: it still sees its data, but no call is admitted
 * @param credential what proved it
 */
public record Caller(Account account, Credential credential) {
    public boolean may(Permission permission) {
        return credential.permissions().contains(permission);
    }

    /** The camera that a mobile token is bound to; null if any may call. */
    public @Nullable String boundCamera() {
        return credential instanceof Credential.MobileToken token ? token.camera() : null;
    }
}

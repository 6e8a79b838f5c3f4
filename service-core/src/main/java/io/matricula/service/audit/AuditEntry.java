package io.matricula.service.audit;

import io.matricula.service.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done in an account. Holds no secret and no plate.
 *
 * @param id sorts by time, unique in the account
 * @param actor who did it, without a name: {@code member 5d0c…}, {@code token …9f03}, {@code operator}
 * @param subject what it was done to, null if that is the account itself
 * @param address where the request came from, null for orders of the operator
 */
public record AuditEntry(
        String id,
        AccountId account,
        Instant at,
        String actor,
        AuditAction action,
        @Nullable String subject,
        @Nullable String address) {}

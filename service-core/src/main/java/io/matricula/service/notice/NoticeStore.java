package io.matricula.service.notice;

import io.matricula.service.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Port: which notices have gone out. Every write is durable when the method returns. Safe for concurrent use, also by several
 * processes. All methods throw {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface NoticeStore {
    /**
     * Takes a notice on, in one conditional write: of any number of callers at the same time one gets true.
     *
     * @param lease how long it is the caller's; if it is not marked as sent by then, because sending failed or the process died, the
     *     next caller gets it
     * @return false if it was sent, or is somebody's
     */
    boolean claim(QuotaNotice notice, Instant now, Duration lease);

    /** Notes that an account is to be looked at soon. Repeatable. */
    void due(AccountId account);

    /** The accounts that are to be looked at, which are then no longer noted; each goes to one caller, of however many. */
    List<AccountId> takeDue();

    /** Marks a claimed notice as sent, for ever. Repeatable. */
    void sent(QuotaNotice notice, Instant at);
}

package io.matricula.aws.notice;

import io.matricula.aws.dynamo.Change;
import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountId;
import io.matricula.service.notice.NoticeStore;
import io.matricula.service.notice.QuotaNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Notices of quotas in DynamoDB. Safe for concurrent use. */
public final class DynamoNoticeStore implements NoticeStore {
    /** The partition of accounts that are to be looked at; no account has such an id, for the sign is not allowed in one. */
    private static final String DUE = "due#";

    private final Dynamo dynamo;

    public DynamoNoticeStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public boolean claim(QuotaNotice notice, Instant now, Duration lease) {
        Item values = Item.builder()
                .instant(":now", now)
                .instant(":until", now.plus(lease))
                .build();
        var change = new Change(
                "SET claimed_until = :until",
                "attribute_not_exists(sent) AND (attribute_not_exists(claimed_until) OR claimed_until <= :now)",
                values);
        return dynamo.update(Table.NOTICES, key(notice), change).done();
    }

    @Override
    public void due(AccountId account) {
        dynamo.put(Table.NOTICES, dueKey(account));
    }

    @Override
    public List<AccountId> takeDue() {
        return dynamo.list(Table.NOTICES, DUE).stream()
                .map(item -> new AccountId(item.text("period_level")))
                .filter(account -> dynamo.delete(
                                Table.NOTICES, dueKey(account), "attribute_exists(account)", Item.EMPTY)
                        .done())
                .toList();
    }

    private static Item dueKey(AccountId account) {
        return Item.builder()
                .text("account", DUE)
                .text("period_level", account.value())
                .build();
    }

    @Override
    public void sent(QuotaNotice notice, Instant at) {
        Item values = Item.builder().instant(":at", at).build();
        dynamo.update(
                Table.NOTICES,
                key(notice),
                new Change("SET sent = if_not_exists(sent, :at)", "attribute_exists(account)", values));
    }

    private static Item key(QuotaNotice notice) {
        return Item.builder()
                .text("account", notice.account().value())
                .text(
                        "period_level",
                        notice.period().start() + "#" + notice.level().name())
                .build();
    }
}

package io.matricula.aws.identity;

import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountId;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditEntry;
import io.matricula.service.audit.AuditStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit trail in DynamoDB. Safe for concurrent use. */
public final class DynamoAuditStore implements AuditStore {
    /** Sorts after every id, which are ASCII. */
    private static final String END = "\uffff";

    private final Dynamo dynamo;

    public DynamoAuditStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public void add(AuditEntry entry) {
        dynamo.put(
                Table.AUDIT,
                Item.builder()
                        .text("account", entry.account().value())
                        .text("entry", entry.id())
                        .instant("at", entry.at())
                        .text("actor", entry.actor())
                        .text("action", entry.action().name())
                        .text("subject", entry.subject())
                        .text("address", entry.address())
                        .build());
    }

    @Override
    public List<AuditEntry> listOf(AccountId account, @Nullable String before, int limit) {
        return dynamo.listBackwards(Table.AUDIT, account.value(), before == null ? END : before, limit).stream()
                .map(item -> entry(item, account))
                .toList();
    }

    private static AuditEntry entry(Item item, AccountId account) {
        return new AuditEntry(
                item.text("entry"),
                account,
                item.instant("at"),
                item.text("actor"),
                AuditAction.valueOf(item.text("action")),
                item.textOrNull("subject"),
                item.textOrNull("address"));
    }
}

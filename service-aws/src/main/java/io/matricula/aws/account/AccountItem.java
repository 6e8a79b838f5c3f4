package io.matricula.aws.account;

import io.matricula.aws.dynamo.Item;
import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.account.AccountState;
import io.matricula.service.account.PlanChange;
import io.matricula.service.plan.Plan;
import org.jspecify.annotations.Nullable;

/** An account as an item of the table, and back. */
final class AccountItem {
    private AccountItem() {}

    static Item of(Account account, long revision) {
        return Item.builder()
                .text("id", account.id().value())
                .text("email", account.email())
                .item("plan", plan(account.plan()))
                .item("planned", planned(account.planned()))
                .instant("created", account.created())
                .text("state", account.state().name())
                .number("revision", revision)
                .build();
    }

    static Account account(Item item) {
        return new Account(
                new AccountId(item.text("id")),
                item.text("email"),
                plan(required(item.itemOrNull("plan"))),
                planned(item.itemOrNull("planned")),
                item.instant("created"),
                AccountState.valueOf(item.text("state")));
    }

    private static Item plan(Plan plan) {
        return Item.builder()
                .text("name", plan.name())
                .number("calls_per_period", plan.callsPerPeriod())
                .number("per_second", plan.perSecond())
                .flag("mmc", plan.mmc())
                .build();
    }

    private static Plan plan(Item item) {
        return new Plan(
                item.text("name"),
                item.number("calls_per_period"),
                Math.toIntExact(item.number("per_second")),
                item.flag("mmc"));
    }

    private static @Nullable Item planned(@Nullable PlanChange change) {
        return change == null
                ? null
                : Item.builder()
                        .instant("from", change.from())
                        .item("plan", plan(change.plan()))
                        .build();
    }

    private static @Nullable PlanChange planned(@Nullable Item item) {
        return item == null ? null : new PlanChange(plan(required(item.itemOrNull("plan"))), item.instant("from"));
    }

    private static Item required(@Nullable Item item) {
        if (item == null) {
            throw new IllegalStateException("an account without a plan");
        }
        return item;
    }
}

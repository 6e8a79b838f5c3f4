package io.matricula.aws.webhook;

import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.AttemptResult;
import io.matricula.service.webhook.DeliveryAttempt;
import io.matricula.service.webhook.DeliveryLog;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.Retention;
import io.matricula.service.webhook.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attempts of deliveries in DynamoDB, which removes the old ones by itself. Safe for concurrent use. */
public final class DynamoDeliveryLog implements DeliveryLog {
    private final Dynamo dynamo;

    public DynamoDeliveryLog(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public void record(DeliveryAttempt attempt) {
        AttemptResult result = attempt.result();
        Item.Builder item = Item.builder()
                .text("webhook", partition(attempt.account(), attempt.webhook()))
                .text("attempt", Item.text(attempt.at()) + "#" + attempt.event() + "#" + attempt.number())
                .text("event", attempt.event().value())
                .number("attempt_number", attempt.number())
                .instant("at", attempt.at())
                .number("latency_ns", result.latency().toNanos())
                .text("answer", result.answer())
                .text("problem", result.problem())
                .instant("next", attempt.next())
                .number("expires", attempt.at().plus(Retention.LOG).getEpochSecond());
        Integer status = result.status();
        if (status != null) {
            item.number("status", status);
        }
        Duration retryAfter = result.retryAfter();
        if (retryAfter != null) {
            item.number("retry_after_ns", retryAfter.toNanos());
        }
        dynamo.put(Table.DELIVERIES, item.build());
    }

    @Override
    public List<DeliveryAttempt> listOf(AccountId account, WebhookId webhook, Instant before, int limit) {
        return dynamo.listBackwards(Table.DELIVERIES, partition(account, webhook), Item.text(before), limit).stream()
                .map(item -> attempt(item, account, webhook))
                .toList();
    }

    @Override
    public int removeBefore(Instant at) {
        return 0;
    }

    private static DeliveryAttempt attempt(Item item, AccountId account, WebhookId webhook) {
        var result = new AttemptResult(
                item.has("status") ? Math.toIntExact(item.number("status")) : null,
                Duration.ofNanos(item.number("latency_ns")),
                item.text("answer"),
                item.textOrNull("problem"),
                retryAfter(item));
        return new DeliveryAttempt(
                account,
                webhook,
                new EventId(item.text("event")),
                Math.toIntExact(item.number("attempt_number")),
                item.instant("at"),
                result,
                item.instantOrNull("next"));
    }

    private static @Nullable Duration retryAfter(Item item) {
        return item.has("retry_after_ns") ? Duration.ofNanos(item.number("retry_after_ns")) : null;
    }

    static String partition(AccountId account, WebhookId webhook) {
        return account + "#" + webhook;
    }
}

package io.matricula.aws.dynamo;

import io.matricula.aws.client.Reached;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes of several items that are all done or none, made of steps. Throws {@link UncheckedIOException} as {@link Dynamo} does.
 * Safe for concurrent use.
 */
public final class Transactions {
    private static final int ATTEMPTS = 12;
    private final DynamoDbClient client;
    private final String prefix;

    Transactions(DynamoDbClient client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    /** A step: writes a new item; refused if its key is taken. */
    public TransactWriteItem adding(Table table, Item item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name(prefix))
                        .item(item.attributes())
                        .conditionExpression(
                                "attribute_not_exists(" + table.key().get(0) + ")"))
                .build();
    }

    /** A step: writes a whole item in the place of another; refused if a condition doesn't hold of that. */
    public TransactWriteItem replacing(Table table, Item item, String condition, Item values) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name(prefix))
                        .item(item.attributes())
                        .conditionExpression(condition)
                        .expressionAttributeValues(values.attributes()))
                .build();
    }

    /** A step: removes an item; refused if there is none. */
    public TransactWriteItem removing(Table table, Item key) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name(prefix))
                        .key(key.attributes())
                        .conditionExpression("attribute_exists(" + table.key().get(0) + ")"))
                .build();
    }

    /** A step: changes an item; refused if a condition doesn't hold of it. */
    public TransactWriteItem changing(Table table, Item key, Change change) {
        Map<String, String> names = change.names();
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name(prefix))
                        .key(key.attributes())
                        .updateExpression(change.expression())
                        .conditionExpression(change.condition())
                        .expressionAttributeNames(names.isEmpty() ? null : names)
                        .expressionAttributeValues(change.values().attributes()))
                .build();
    }

    /** A step: refused if there is no such item. */
    public TransactWriteItem requiring(Table table, Item key) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table.name(prefix))
                        .key(key.attributes())
                        .conditionExpression("attribute_exists(" + table.key().get(0) + ")"))
                .build();
    }

    /**
     * Does all steps or none.
     *
     * @return false, having changed nothing, if one was refused
     */
    public boolean transact(TransactWriteItem... steps) {
        return Reached.reached("DynamoDB", () -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    client.transactWriteItems(request -> request.transactItems(steps));
                    return true;
                } catch (TransactionCanceledException e) {
                    if (refused(e)) {
                        return false;
                    }
                    if (attempt == ATTEMPTS || !inTheWay(e)) {
                        throw e;
                    }
                    pause(attempt);
                }
            }
        });
    }

    private static boolean refused(TransactionCanceledException e) {
        return codes(e).anyMatch("ConditionalCheckFailed"::equals);
    }

    /** Whether the only reason is that another request had one of the items at the same time. */
    private static boolean inTheWay(TransactionCanceledException e) {
        return codes(e).allMatch(code -> code.equals("TransactionConflict") || code.equals("None"));
    }

    private static Stream<String> codes(TransactionCanceledException e) {
        return e.cancellationReasons().stream().map(CancellationReason::code);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(5, 10 * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}

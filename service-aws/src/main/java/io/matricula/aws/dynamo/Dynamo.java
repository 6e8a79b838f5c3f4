package io.matricula.aws.dynamo;

import io.matricula.aws.client.Reached;
import io.matricula.aws.dynamo.Table.Index;
import io.matricula.aws.dynamo.Written.Done;
import io.matricula.aws.dynamo.Written.Refused;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * One DynamoDB as the stores use it. Reads see every write that was answered before. Everything throws
 * {@link UncheckedIOException} if DynamoDB can't be reached or doesn't answer in time; whether a write was done is then
 * unknown. Safe for concurrent use.
 */
public final class Dynamo implements AutoCloseable {
    private final DynamoClients clients;
    private final String prefix;
    private final Transactions transactions;

    public Dynamo(DynamoClients clients, String prefix) {
        this.clients = clients;
        this.prefix = prefix;
        this.transactions = new Transactions(clients.repeating(), prefix);
    }

    /** Writes of several items at once. */
    public Transactions transactions() {
        return transactions;
    }

    /** Makes those tables that are missing. */
    public void createTables(List<Table> tables) {
        reached(() -> {
            new TableMaker(clients.repeating()).make(tables, prefix);
            return true;
        });
    }

    /** From now on DynamoDB removes items of tables that are past their time. */
    public void expireItems(List<Table> tables) {
        reached(() -> {
            new TableMaker(clients.repeating()).expire(tables, prefix);
            return true;
        });
    }

    public Optional<Item> find(Table table, Item key) {
        var answer = reached(() -> clients.repeating().getItem(request -> request.tableName(table.name(prefix))
                .key(key.attributes())
                .consistentRead(true)));
        return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
    }

    /** All items of a partition, in the order of the sort key. */
    public List<Item> list(Table table, String partition) {
        return query(partitionOf(table.key().get(0), partition)
                .tableName(table.name(prefix))
                .consistentRead(true)
                .build());
    }

    /** All items of a partition of an index, which may lag behind the table for a moment. */
    public List<Item> list(Table table, Index index, String partition) {
        return query(partitionOf(index.partition(), partition)
                .tableName(table.name(prefix))
                .indexName(index.name())
                .build());
    }

    /**
     * Items of a partition from the last backwards.
     *
     * @param before sort keys from here on are left out
     */
    public List<Item> listBackwards(Table table, String partition, String before, int limit) {
        List<String> key = table.key();
        Item values = Item.builder()
                .text(":partition", partition)
                .text(":before", before)
                .build();
        return page(
                QueryRequest.builder()
                        .tableName(table.name(prefix))
                        .keyConditionExpression("#key = :partition AND #sort < :before")
                        .expressionAttributeNames(Map.of("#key", key.get(0), "#sort", key.get(1)))
                        .expressionAttributeValues(values.attributes())
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .limit(limit)
                        .build(),
                limit);
    }

    /** Items of a partition, at most so many. */
    public List<Item> list(Table table, String partition, int limit) {
        return page(
                partitionOf(table.key().get(0), partition)
                        .tableName(table.name(prefix))
                        .consistentRead(true)
                        .limit(limit)
                        .build(),
                limit);
    }

    /**
     * Items of a span in the order of the sort key.
     *
     * @param attributes those that are wanted; all if none is named
     */
    public List<Item> list(Table table, Span span, int limit, String... attributes) {
        List<String> key = table.key();
        Item values = Item.builder()
                .text(":partition", span.partition())
                .text(":first", span.first())
                .text(":last", span.last())
                .build();
        return page(
                QueryRequest.builder()
                        .tableName(table.name(prefix))
                        .keyConditionExpression("#key = :partition AND #sort BETWEEN :first AND :last")
                        .expressionAttributeNames(Map.of("#key", key.get(0), "#sort", key.get(1)))
                        .expressionAttributeValues(values.attributes())
                        .projectionExpression(attributes.length == 0 ? null : String.join(", ", attributes))
                        .consistentRead(true)
                        .limit(limit)
                        .build(),
                limit);
    }

    /** How many items a partition of an index has, counted up to {@code most}; the index may lag behind the table for a moment. */
    public int count(Table table, Index index, String partition, int most) {
        var request = partitionOf(index.partition(), partition)
                .tableName(table.name(prefix))
                .indexName(index.name())
                .select(Select.COUNT)
                .limit(most)
                .build();
        return reached(() -> {
            int count = 0;
            for (var answer : clients.repeating().queryPaginator(request)) {
                count += answer.count();
                if (count >= most) {
                    break;
                }
            }
            return Math.min(count, most);
        });
    }

    /** Several answers may be needed for so many items, as one holds 1 MB at most. */
    private List<Item> page(QueryRequest request, int limit) {
        return reached(() -> clients.repeating().queryPaginator(request).items().stream()
                .limit(limit)
                .map(Item::new)
                .toList());
    }

    private static QueryRequest.Builder partitionOf(String key, String value) {
        return QueryRequest.builder()
                .keyConditionExpression("#key = :partition")
                .expressionAttributeNames(Map.of("#key", key))
                .expressionAttributeValues(
                        Item.builder().text(":partition", value).build().attributes());
    }

    private List<Item> query(QueryRequest request) {
        return reached(() -> clients.repeating().queryPaginator(request).items().stream()
                .map(Item::new)
                .toList());
    }

    /** All items of a table, in no order. Reads, and pays for, the whole table. */
    public List<Item> listAll(Table table) {
        return reached(() -> clients
                .repeating()
                .scanPaginator(request -> request.tableName(table.name(prefix)).consistentRead(true))
                .items()
                .stream()
                .map(Item::new)
                .toList());
    }

    /** Changes one item, or makes it, if a condition holds. */
    public Written update(Table table, Item key, Change change) {
        return conditionally(() -> {
            var answer = clients.careful().updateItem(request -> request.tableName(table.name(prefix))
                    .key(key.attributes())
                    .updateExpression(change.expression())
                    .conditionExpression(change.condition())
                    .expressionAttributeValues(change.values().attributes())
                    .returnValues(ReturnValue.UPDATED_NEW)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Done(new Item(answer.attributes()));
        });
    }

    /** Writes a whole item in the place of whatever was there. Repeatable. */
    public void put(Table table, Item item) {
        reached(() -> clients.repeating()
                .putItem(request -> request.tableName(table.name(prefix)).item(item.attributes())));
    }

    /** Removes an item; does nothing if there is none. */
    public void remove(Table table, Item key) {
        reached(() -> clients.repeating()
                .deleteItem(request -> request.tableName(table.name(prefix)).key(key.attributes())));
    }

    /** Writes a whole item in the place of whatever was there, if a condition holds. */
    public Written put(Table table, Item item, String condition, Item values) {
        return conditionally(() -> {
            clients.careful().putItem(request -> request.tableName(table.name(prefix))
                    .item(item.attributes())
                    .conditionExpression(condition)
                    .expressionAttributeValues(values.isEmpty() ? null : values.attributes())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Done(Item.EMPTY);
        });
    }

    /** Removes an item if a condition holds. */
    public Written delete(Table table, Item key, String condition, Item values) {
        return conditionally(() -> {
            clients.careful().deleteItem(request -> request.tableName(table.name(prefix))
                    .key(key.attributes())
                    .conditionExpression(condition)
                    .expressionAttributeValues(values.isEmpty() ? null : values.attributes()));
            return new Done(Item.EMPTY);
        });
    }

    private static Written conditionally(Supplier<Written> write) {
        return reached(() -> {
            try {
                return write.get();
            } catch (ConditionalCheckFailedException e) {
                return new Refused(e.hasItem() ? new Item(e.item()) : Item.EMPTY);
            }
        });
    }

    private static <T> T reached(Supplier<T> request) {
        return Reached.reached("DynamoDB", request);
    }

    @Override
    public void close() {
        clients.close();
    }
}

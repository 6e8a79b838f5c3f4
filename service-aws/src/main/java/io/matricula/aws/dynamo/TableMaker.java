package io.matricula.aws.dynamo;

import io.matricula.aws.dynamo.Table.Index;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Makes tables where no deployment does, with their indexes. */
final class TableMaker {
    private final DynamoDbClient client;

    TableMaker(DynamoDbClient client) {
        this.client = client;
    }

    /** Makes those tables that are missing, and waits until they can be used. */
    void make(List<Table> tables, String prefix) {
        for (Table table : tables) {
            make(table, table.name(prefix));
        }
    }

    private void make(Table table, String name) {
        try {
            client.createTable(request(table, name));
        } catch (ResourceInUseException e) {
            return;
        }
        client.waiter().waitUntilTableExists(request -> request.tableName(name));
    }

    /** From now on items expire as in the cloud. Repeatable. */
    void expire(List<Table> tables, String prefix) {
        for (Table table : tables) {
            String expiry = table.expiry();
            if (expiry != null && !expires(table.name(prefix))) {
                client.updateTimeToLive(request -> request.tableName(table.name(prefix))
                        .timeToLiveSpecification(
                                time -> time.attributeName(expiry).enabled(true)));
            }
        }
    }

    private boolean expires(String name) {
        return client.describeTimeToLive(request -> request.tableName(name))
                        .timeToLiveDescription()
                        .timeToLiveStatus()
                == TimeToLiveStatus.ENABLED;
    }

    private static CreateTableRequest request(Table table, String name) {
        var request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keySchema(table.key()))
                .attributeDefinitions(
                        table.keyAttributes().stream().map(TableMaker::text).toList());
        List<Index> indexes = table.indexes();
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexes(
                    indexes.stream().map(TableMaker::index).toList());
        }
        return request.build();
    }

    private static GlobalSecondaryIndex index(Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keySchema(List.of(index.partition(), index.sort())))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }

    private static List<KeySchemaElement> keySchema(List<String> names) {
        List<KeySchemaElement> schema = new ArrayList<>();
        for (String name : names) {
            KeyType type = schema.isEmpty() ? KeyType.HASH : KeyType.RANGE;
            schema.add(
                    KeySchemaElement.builder().attributeName(name).keyType(type).build());
        }
        return schema;
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}

package io.matricula.infra.data;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.dynamo.Table;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/** Every {@link Table} of the services, paid for by use, recoverable to any second of the last days. */
final class Tables extends Construct {
    private static final int RECOVERABLE_DAYS = 35;
    private static final int RECOVERABLE_DAYS_IF_NOT_KEPT = 3;

    private final CloudConfig names;
    private final boolean keep;
    private final RemovalPolicy removal;

    Tables(Construct scope, CloudConfig names, boolean keep, RemovalPolicy removal) {
        super(scope, "Tables");
        this.names = names;
        this.keep = keep;
        this.removal = removal;
        for (Table table : Table.values()) {
            make(table);
        }
    }

    private void make(Table table) {
        List<String> key = table.key();
        var made = TableV2.Builder.create(this, table.name())
                .tableName(table.name(names.prefix()))
                .partitionKey(text(key.get(0)))
                .billing(Billing.onDemand())
                .encryption(TableEncryptionV2.dynamoOwnedKey())
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(true)
                        .recoveryPeriodInDays(keep ? RECOVERABLE_DAYS : RECOVERABLE_DAYS_IF_NOT_KEPT)
                        .build())
                .deletionProtection(keep)
                .removalPolicy(removal)
                .globalSecondaryIndexes(
                        table.indexes().stream().map(Tables::index).toList());
        if (key.size() > 1) {
            made.sortKey(text(key.get(1)));
        }
        if (table.expiry() != null) {
            made.timeToLiveAttribute(table.expiry());
        }
        made.build();
    }

    private static GlobalSecondaryIndexPropsV2 index(Table.Index index) {
        return GlobalSecondaryIndexPropsV2.builder()
                .indexName(index.name())
                .partitionKey(text(index.partition()))
                .sortKey(text(index.sort()))
                .projectionType(ProjectionType.ALL)
                .build();
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}

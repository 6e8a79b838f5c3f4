package io.matricula.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.matricula.aws.dynamo.Table;
import io.matricula.infra.Clouds.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Clouds.Resolver.class)
class DataStackTest {
    private static final String TABLE = "AWS::DynamoDB::GlobalTable";

    @Test
    void tables_deployed_areThoseOfTheServices(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            Map<String, JsonNode> made = new TreeMap<>();
            cloud.in("data", TABLE)
                    .forEach(table -> made.put(table.get("TableName").asText(), table));
            assertThat(made).hasSize(Table.values().length);
            for (Table table : Table.values()) {
                assertSame(made.get(table.name(cloud.installation().prefix())), table);
            }
        }
    }

    private static void assertSame(JsonNode made, Table table) {
        assertThat(made).as(table.name()).isNotNull();
        assertThat(keys(made)).as(table.name()).isEqualTo(table.key());
        List<String> indexes = new ArrayList<>();
        made.path("GlobalSecondaryIndexes").forEach(index -> {
            indexes.add(index.get("IndexName").asText() + keys(index));
            assertThat(index.at("/Projection/ProjectionType").asText()).isEqualTo("ALL");
        });
        assertThat(indexes)
                .isEqualTo(table.indexes().stream()
                        .map(index -> index.name() + List.of(index.partition(), index.sort()))
                        .toList());
        assertThat(made.path("AttributeDefinitions"))
                .allSatisfy(attribute ->
                        assertThat(attribute.get("AttributeType").asText()).isEqualTo("S"));
        JsonNode expiry = made.path("TimeToLiveSpecification");
        assertThat(expiry.path("AttributeName").asText(null)).isEqualTo(table.expiry());
        assertThat(expiry.path("Enabled").asBoolean()).isEqualTo(table.expiry() != null);
    }

    private static List<String> keys(JsonNode keyed) {
        return StreamSupport.stream(keyed.get("KeySchema").spliterator(), false)
                .map(key -> key.get("AttributeName").asText())
                .toList();
    }

    @Test
    void tables_anywhere_canBeRecoveredAndArePaidByUse(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            assertThat(cloud.in("data", TABLE)).allSatisfy(table -> {
                assertThat(table.get("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
                assertThat(table.at("/Replicas/0/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                                .asBoolean())
                        .isTrue();
            });
        }
    }

    @Test
    void state_ofProd_outlivesItsStack(Clouds clouds) {
        assertThat(clouds.prod().all(TABLE)).allSatisfy(table -> {
            assertThat(table.properties()
                            .at("/Replicas/0/DeletionProtectionEnabled")
                            .asBoolean())
                    .isTrue();
            assertThat(table.json().get("DeletionPolicy").asText()).isEqualTo("Retain");
        });
        assertThat(clouds.prod().all("AWS::S3::Bucket"))
                .allSatisfy(bucket ->
                        assertThat(bucket.json().get("DeletionPolicy").asText()).isEqualTo("Retain"));
        assertThat(clouds.dev().all(TABLE))
                .allSatisfy(table ->
                        assertThat(table.json().get("DeletionPolicy").asText()).isEqualTo("Delete"));
    }

    @Test
    void pictures_ofEachPrefix_areRemovedInTime(Clouds clouds) {
        var bucket = clouds.prod().in("data", "AWS::S3::Bucket").get(0);
        assertThat(bucket.get("BucketName").asText())
                .isEqualTo(clouds.prod().installation().names().pictureBucket());
        Map<String, Integer> days = new TreeMap<>();
        bucket.at("/LifecycleConfiguration/Rules").forEach(rule -> {
            if (rule.has("Prefix")) {
                days.put(
                        rule.get("Prefix").asText(),
                        rule.path("ExpirationInDays").asInt());
            }
        });
        assertThat(days).isEqualTo(Map.of("jobs/", 2, "events/", 4, "uploads/", 1));
        assertThat(bucket.has("VersioningConfiguration")).isFalse();
    }

    @Test
    void queues_deployed_haveTheirNamesAndTheirDeadLetterQueues(Clouds clouds) {
        var names = clouds.prod().installation().names();
        Map<String, JsonNode> queues = new TreeMap<>();
        clouds.prod()
                .in("data", "AWS::SQS::Queue")
                .forEach(queue -> queues.put(queue.get("QueueName").asText(), queue));
        assertThat(queues)
                .containsOnlyKeys(
                        names.jobQueue(),
                        names.jobQueue() + "-dead",
                        names.deliveryQueue(),
                        names.deliveryQueue() + "-dead");
        for (String name : List.of(names.jobQueue(), names.deliveryQueue())) {
            JsonNode queue = queues.get(name);
            assertThat(queue.at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0")
                            .asText())
                    .as(name)
                    .contains("Dead");
            assertThat(queue.get("MessageRetentionPeriod").asInt())
                    .isLessThan(queues.get(name + "-dead")
                            .get("MessageRetentionPeriod")
                            .asInt());
        }
        assertThat(queues.get(names.jobQueue()).get("VisibilityTimeout").asInt())
                .isEqualTo(15);
    }

    @Test
    void deliveries_lease_isSixTimesTheFunctionsLimit(Clouds clouds) {
        int limit = clouds.prod()
                .in("webhooks", "AWS::Lambda::Function")
                .get(0)
                .get("Timeout")
                .asInt();
        var queue = clouds.prod().in("data", "AWS::SQS::Queue").stream()
                .filter(each -> each.get("QueueName")
                        .asText()
                        .equals(clouds.prod().installation().names().deliveryQueue()))
                .findFirst()
                .orElseThrow();
        assertThat(queue.get("VisibilityTimeout").asInt()).isGreaterThanOrEqualTo(6 * limit);
    }
}

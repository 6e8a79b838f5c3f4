package io.matricula.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.Emulators;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

@AgainstAws
class TableMakerTest {
    private static final String PREFIX = "maker-";
    private DynamoClients clients;

    @BeforeEach
    void open(Emulators emulators) {
        clients = DynamoClients.open(Region.EU_CENTRAL_1, emulators.dynamo());
        make();
    }

    private void make() {
        var maker = new TableMaker(clients.repeating());
        maker.make(List.of(Table.values()), PREFIX);
        maker.expire(List.of(Table.values()), PREFIX);
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void tables_whereItemsExpire_sayByWhichAttribute() {
        assertThat(Table.values()).allSatisfy(table -> {
            TimeToLiveDescription found = expiry(table);
            if (table.expiry() == null) {
                assertThat(found.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.DISABLED);
            } else {
                assertThat(found.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
                assertThat(found.attributeName()).isEqualTo(table.expiry());
            }
        });
    }

    @Test
    void making_onceMore_changesNothing() {
        make();

        assertThat(clients.repeating().listTables().tableNames())
                .containsAll(Arrays.stream(Table.values())
                        .map(table -> table.name(PREFIX))
                        .toList());
    }

    private TimeToLiveDescription expiry(Table table) {
        return clients.repeating()
                .describeTimeToLive(request -> request.tableName(table.name(PREFIX)))
                .timeToLiveDescription();
    }
}

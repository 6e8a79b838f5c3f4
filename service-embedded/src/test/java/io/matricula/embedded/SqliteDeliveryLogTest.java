package io.matricula.embedded;

import io.matricula.service.testkit.DeliveryLogContract;
import io.matricula.service.webhook.DeliveryLog;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeliveryLogTest extends DeliveryLogContract {
    @TempDir
    Path folder;

    private LocalState state;

    @BeforeEach
    void open() {
        state = LocalState.open(folder);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected DeliveryLog log() {
        return state.deliveryLog();
    }
}

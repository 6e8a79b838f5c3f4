package io.matricula.embedded;

import io.matricula.service.report.UsageReportStore;
import io.matricula.service.testkit.UsageReportStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteUsageReportStoreTest extends UsageReportStoreContract {
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
    protected UsageReportStore store() {
        return state.usageReports();
    }
}

package io.matricula.aws.report;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.report.UsageReportStore;
import io.matricula.service.testkit.UsageReportStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoUsageReportStoreTest extends UsageReportStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.USAGE_REPORTS);
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

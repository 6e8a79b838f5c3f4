package io.matricula.service.testkit;

import io.matricula.service.report.UsageReportStore;

class InMemoryUsageReportStoreTest extends UsageReportStoreContract {
    private final UsageReportStore store = new InMemoryUsageReportStore();

    @Override
    protected UsageReportStore store() {
        return store;
    }
}

package io.matricula.service.testkit;

import io.matricula.service.webhook.DeliveryLog;

class InMemoryDeliveryLogTest extends DeliveryLogContract {
    private final DeliveryLog log = new InMemoryDeliveryLog();

    @Override
    protected DeliveryLog log() {
        return log;
    }
}

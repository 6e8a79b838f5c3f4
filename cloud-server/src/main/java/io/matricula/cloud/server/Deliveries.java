package io.matricula.cloud.server;

import io.matricula.webhook.deliver.DeliveryWorker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/** Delivers events while the server runs, if that is its role. */
@ApplicationScoped
class Deliveries {
    private final boolean ours;
    private final Instance<DeliveryWorker> worker;

    Deliveries(ServerConfig config, Instance<DeliveryWorker> worker) {
        this.ours = config.role().contains(Role.WEBHOOKS);
        this.worker = worker;
    }

    void start(@Observes StartupEvent event) {
        if (ours) {
            worker.get().start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (ours) {
            worker.get().close();
        }
    }
}

package io.matricula.local;

import io.matricula.embedded.LocalState;
import io.matricula.service.webhook.DeadLetterStore;
import io.matricula.service.webhook.DeliveryLog;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.EventPictureStore;
import io.matricula.service.webhook.EventStore;
import io.matricula.service.webhook.WebhookStore;
import io.matricula.webhook.deliver.DeliveryWorker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Webhooks in this process: their settings and events on the state folder, and a worker that delivers. */
class WebhookWiring {
    private final LocalState state;

    WebhookWiring(LocalState state) {
        this.state = state;
    }

    @Produces
    @Singleton
    WebhookStore webhooks() {
        return state.webhooks();
    }

    @Produces
    @Singleton
    EventStore events(Clock clock) {
        return state.events(clock);
    }

    @Produces
    @Singleton
    EventPictureStore pictures() {
        return state.eventPictures();
    }

    @Produces
    @Singleton
    DeliveryQueue queue(Clock clock) {
        return state.deliveries(clock);
    }

    @Produces
    @Singleton
    DeliveryLog log() {
        return state.deliveryLog();
    }

    @Produces
    @Singleton
    DeadLetterStore deadLetters() {
        return state.deadLetters();
    }

    void start(@Observes StartupEvent event, DeliveryWorker worker) {
        worker.start();
    }

    /** Before any bean is destroyed: the worker needs the state folder to the end. */
    void stop(@Observes ShutdownEvent event, DeliveryWorker worker) {
        worker.close();
    }
}

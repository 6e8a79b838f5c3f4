package io.matricula.local;

import io.matricula.embedded.LocalState;
import io.matricula.gateway.config.GatewayConfig;
import io.matricula.service.address.AddressGuard;
import io.matricula.service.mail.Mailer;
import io.matricula.service.webhook.EventPublisher;
import io.matricula.service.webhook.SwitchOffRule;
import io.matricula.service.webhook.admin.WebhookAdmin;
import io.matricula.webhook.deliver.DeliveryHandler;
import io.matricula.webhook.deliver.DeliveryRules;
import io.matricula.webhook.deliver.DeliveryState;
import io.matricula.webhook.deliver.DeliveryWorker;
import io.matricula.webhook.deliver.Housekeeping;
import io.matricula.webhook.deliver.LaneLimits;
import io.matricula.webhook.deliver.RetrySchedule;
import io.matricula.webhook.deliver.SwitchOffNotice;
import io.matricula.webhook.deliver.WorkerSettings;
import io.matricula.webhook.payload.PayloadWriter;
import io.matricula.webhook.send.SendSettings;
import io.matricula.webhook.send.TargetClient;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Webhooks in this process: their settings and events on the state folder, and a worker that delivers. */
class WebhookWiring {
    @Produces
    @Singleton
    DeliveryState deliveries(LocalState state, Clock clock) {
        return new DeliveryState(
                state.webhooks(),
                state.events(clock),
                state.eventPictures(),
                state.deliveries(clock),
                state.deliveryLog(),
                state.deadLetters());
    }

    @Produces
    @Singleton
    EventPublisher publisher(DeliveryState state, Clock clock) {
        return new EventPublisher(state.webhooks(), state.events(), state.pictures(), clock);
    }

    @Produces
    @Singleton
    WebhookAdmin admin(DeliveryState state, Clock clock) {
        return new WebhookAdmin(
                state.webhooks(),
                new WebhookAdmin.Deliveries(
                        state.events(), state.pictures(), state.queue(), state.log(), state.deadLetters()),
                clock);
    }

    @Produces
    @Singleton
    Housekeeping housekeeping(DeliveryState state, Clock clock) {
        return new Housekeeping(state, clock);
    }

    @Produces
    @Singleton
    TargetClient client(GatewayConfig config, Clock clock) {
        return new TargetClient(
                SendSettings.STANDARD, AddressGuard.ofSystem(config.webhooks().allowPrivate()), clock);
    }

    void close(@Disposes TargetClient client) throws IOException {
        client.close();
    }

    @Produces
    @Singleton
    SwitchOffNotice notice(LocalState state, Mailer mailer, GatewayConfig config) {
        return new SwitchOffNotice(state.accounts(), mailer, config.publicUrl());
    }

    @Produces
    @Singleton
    DeliveryWorker worker(
            DeliveryState state, TargetClient client, SwitchOffNotice notice, RandomGenerator random, Clock clock) {
        var handler = new DeliveryHandler(
                state,
                new PayloadWriter(new EventPictures()),
                client,
                notice,
                new DeliveryRules(RetrySchedule.STANDARD, SwitchOffRule.STANDARD, random),
                clock);
        return new DeliveryWorker(state.queue(), handler, WorkerSettings.STANDARD, LaneLimits.STANDARD, random);
    }

    void start(@Observes StartupEvent event, DeliveryWorker worker) {
        worker.start();
    }

    /** Before any bean is destroyed: the worker needs the state folder to the end. */
    void stop(@Observes ShutdownEvent event, DeliveryWorker worker) {
        worker.close();
    }
}

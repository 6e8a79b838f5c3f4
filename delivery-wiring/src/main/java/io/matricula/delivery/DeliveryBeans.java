package io.matricula.delivery;

import io.matricula.service.account.AccountStore;
import io.matricula.service.address.AddressGuard;
import io.matricula.service.mail.Mailer;
import io.matricula.service.webhook.SwitchOffRule;
import io.matricula.service.webhook.WebhookStore;
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
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Makes what delivers, from the ports of a deployable. The worker is not started: a Lambda is handed its deliveries. */
class DeliveryBeans {
    @Produces
    @Singleton
    DeliveryState state(WebhookStore webhooks, WebhookAdmin.Deliveries stores) {
        return new DeliveryState(
                webhooks, stores.events(), stores.pictures(), stores.queue(), stores.log(), stores.deadLetters());
    }

    @Produces
    @Singleton
    Housekeeping housekeeping(DeliveryState state, Clock clock) {
        return new Housekeeping(state, clock);
    }

    @Produces
    @Singleton
    TargetClient client(DeliveryConfig config, Clock clock) {
        return new TargetClient(
                SendSettings.STANDARD, AddressGuard.ofSystem(config.webhooks().allowPrivate()), clock);
    }

    void close(@Disposes TargetClient client) throws IOException {
        client.close();
    }

    @Produces
    @Singleton
    SwitchOffNotice notice(AccountStore accounts, Mailer mailer, DeliveryConfig config) {
        return new SwitchOffNotice(accounts, mailer, config.publicUrl());
    }

    @Produces
    @Singleton
    DeliveryRules rules(RandomGenerator random) {
        return new DeliveryRules(RetrySchedule.STANDARD, SwitchOffRule.STANDARD, random);
    }

    @Produces
    @Singleton
    PayloadWriter payloads() {
        return new PayloadWriter(new EventPictures());
    }

    @Produces
    @Singleton
    DeliveryHandler handler(
            DeliveryState state,
            PayloadWriter payloads,
            TargetClient client,
            SwitchOffNotice notice,
            DeliveryRules rules,
            Clock clock) {
        return new DeliveryHandler(state, payloads, client, notice, rules, clock);
    }

    @Produces
    @Singleton
    DeliveryWorker worker(DeliveryState state, DeliveryHandler handler, RandomGenerator random) {
        return new DeliveryWorker(state.queue(), handler, WorkerSettings.STANDARD, LaneLimits.STANDARD, random);
    }
}

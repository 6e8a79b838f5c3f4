package io.matricula.local;

import io.matricula.embedded.DemoAccount;
import io.matricula.embedded.LocalState;
import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.RecognizerConfig;
import io.matricula.service.admission.Admission;
import io.matricula.service.idempotency.Idempotency;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.mail.Mailer;
import io.matricula.service.usage.UsageHistory;
import io.matricula.service.usage.UsageStore;
import io.matricula.usage.notice.QuotaMails;
import io.matricula.usage.rollover.PlanRollOver;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Puts together what the gateway needs: the ports on the state folder, and recognition in this process. */
class Wiring {
    @Produces
    @Singleton
    LocalState state(LocalConfig config) {
        return LocalState.open(config.state());
    }

    void close(@Disposes LocalState state) {
        state.close();
    }

    @Produces
    @Singleton
    DemoAccount demoAccount(LocalState state, Clock clock) {
        return state.demoAccount(clock);
    }

    @Produces
    @Singleton
    Admission admission(LocalState state) {
        return new Admission(state.accounts(), state.tokens(), state.usage());
    }

    @Produces
    @Singleton
    UsageStore usage(LocalState state) {
        return state.usage();
    }

    @Produces
    @Singleton
    UsageHistory history(UsageStore usage) {
        return new UsageHistory(usage);
    }

    @Produces
    @Singleton
    Mailer mailer(LocalState state, Clock clock) {
        return state.mailer(clock);
    }

    @Produces
    @Singleton
    QuotaMails quotaMails(LocalState state, Mailer mailer, Clock clock) {
        return new QuotaMails(state.accounts(), state.usage(), state.notices(), mailer, clock);
    }

    @Produces
    @Singleton
    PlanRollOver planRollOver(LocalState state, Clock clock) {
        return new PlanRollOver(state.accounts(), clock);
    }

    @Produces
    @Singleton
    Idempotency idempotency(LocalState state, Clock clock) {
        return new Idempotency(state.idempotency(), clock);
    }

    @Produces
    @Singleton
    JobStore jobs(LocalState state) {
        return state.jobs();
    }

    @Produces
    @Singleton
    JobPictureStore jobPictures(LocalState state) {
        return state.jobPictures();
    }

    @Produces
    @Singleton
    JobQueue jobQueue(LocalState state, Clock clock) {
        return state.jobQueue(clock);
    }

    @Produces
    @Singleton
    PlateRecognizer recognizer(LocalConfig config) {
        RecognizerConfig settings = RecognizerConfig.defaults()
                .withDevice(config.models().device())
                .withThreads(config.models().threads().orElse(1));
        return PlateRecognizer.open(
                config.models().bundle().map(settings::withBundle).orElse(settings));
    }

    void close(@Disposes PlateRecognizer recognizer) {
        recognizer.close();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
    }
}

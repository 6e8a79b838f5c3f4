package io.matricula.local;

import io.matricula.embedded.DemoAccount;
import io.matricula.embedded.LocalState;
import io.matricula.reading.config.ReadingConfig;
import io.matricula.recognition.PlateRecognizer;
import io.matricula.sdk.edition.SdkConfig;
import io.matricula.service.account.Account;
import io.matricula.service.plan.PlanCatalogue;
import io.matricula.worker.engine.EngineConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import org.jboss.logging.Logger;

/** Opens the state and loads the models before the first request, so that what is broken shows at once, and logs the settings in effect. */
@ApplicationScoped
class StartUp {
    private static final Logger LOG = Logger.getLogger(StartUp.class);

    private final LocalConfig local;
    private final EngineConfig engine;
    private final ReadingConfig reading;
    private final SdkConfig sdk;

    StartUp(LocalConfig local, EngineConfig engine, ReadingConfig reading, SdkConfig sdk) {
        this.engine = engine;
        this.local = local;
        this.reading = reading;
        this.sdk = sdk;
    }

    /** What is not used here is asked for so that it is there, or the start fails. */
    void start(
            @Observes StartupEvent event,
            LocalState state,
            PlanCatalogue plans,
            PlateRecognizer recognizer,
            Instance<DemoAccount> demo,
            Instance<SdkStart> onPremises) {
        Account account =
                sdk.enabled() ? onPremises.get().account() : demo.get().account();
        LOG.infof(
                "state=%s account=%s bundle=%s device=%s threads=%s max-size=%d upload-url.allow-private=%s sdk=%s",
                local.state().toAbsolutePath(),
                account.id(),
                engine.bundle().map(Object::toString).orElse("built-in"),
                engine.device(),
                engine.threads(),
                reading.picture().maxSize().asLongValue(),
                reading.uploadUrl().allowPrivate(),
                sdk.enabled());
    }
}

package io.matricula.local;

import io.matricula.embedded.DemoAccount;
import io.matricula.embedded.LocalState;
import io.matricula.gateway.config.GatewayConfig;
import io.matricula.recognition.PlateRecognizer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Opens the state and loads the models before the first request, so that what is broken shows at once, and logs the settings in effect. */
@ApplicationScoped
class StartUp {
    private static final Logger LOG = Logger.getLogger(StartUp.class);

    private final LocalConfig local;
    private final GatewayConfig gateway;

    StartUp(LocalConfig local, GatewayConfig gateway) {
        this.local = local;
        this.gateway = gateway;
    }

    void start(@Observes StartupEvent event, LocalState state, DemoAccount demo, PlateRecognizer recognizer) {
        LOG.infof(
                "state=%s account=%s bundle=%s device=%s threads=%s max-size=%d upload-url.allow-private=%s",
                local.state().toAbsolutePath(),
                demo.account().id(),
                local.models().bundle().map(Object::toString).orElse("built-in"),
                local.models().device(),
                local.models().threads(),
                gateway.picture().maxSize().asLongValue(),
                gateway.uploadUrl().allowPrivate());
    }
}

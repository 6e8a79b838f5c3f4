package io.matricula.local;

import io.matricula.embedded.LocalState;
import io.matricula.recognition.PlateRecognizer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready when the models are loaded and a write reaches the disk. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class Readiness implements HealthCheck {
    private final LocalState state;

    /** The recognizer is asked for only because it can't be had before its models are loaded. */
    Readiness(LocalState state, PlateRecognizer loaded) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("models and state")
                .status(state.writable())
                .build();
    }
}

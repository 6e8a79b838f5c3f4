package io.matricula.reading.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Sends pictures to workers wherever a deployable has no engine of its own. */
class DispatchBeans {
    @Produces
    @Singleton
    @DefaultBean
    RecognitionDispatch workers(DispatchConfig config, MeterRegistry meters) {
        return HttpDispatch.to(config, meters);
    }
}

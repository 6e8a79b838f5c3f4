package io.matricula.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.sdk.edition.SdkConfig;
import io.matricula.sdk.licence.LicenceAccount;
import io.matricula.sdk.report.UsageTeller;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells the cloud edition of the calls, where this is the on-premises edition and somebody is to be told. */
@Singleton
class UsageUpload {
    private static final Logger LOG = Logger.getLogger(UsageUpload.class);

    private final @Nullable UsageTeller teller;

    UsageUpload(SdkConfig config, Instance<LicenceAccount> account, ObjectMapper json, Clock clock) {
        boolean wanted = config.enabled() && config.token().isPresent();
        Optional<URI> cloud = config.cloud().filter(UsageTeller::canBeTold);
        if (wanted && cloud.isEmpty()) {
            LOG.warn("TOKEN is set, but MATRICULA_SDK_CLOUD is no http or https address: nobody is told of the calls");
        }
        this.teller = wanted && cloud.isPresent()
                ? new UsageTeller(account.get(), cloud.get(), config.token().get(), json, clock)
                : null;
    }

    void run() {
        if (teller != null) {
            teller.run();
        }
    }
}

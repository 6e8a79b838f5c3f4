package io.matricula.sdk.info;

import io.matricula.contract.InfoAnswer;
import io.matricula.contract.InfoAnswer.LicenseInfo;
import io.matricula.contract.Usage;
import io.matricula.sdk.licence.LicenceAccount;
import io.matricula.sdk.webhooks.InstallationWebhooks;
import io.matricula.service.licence.Installation;
import io.matricula.service.licence.Licence;
import io.matricula.service.licence.LicenceStatus;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** {@code GET /info/}, with and without the last slash: version, licence and usage of an on-premises installation. */
@Path("/info")
public class InfoResource {
    private static final String MASK = "****************";
    private static final int SHOWN = 4;

    private final Instance<LicenceAccount> account;
    private final Instance<InstallationWebhooks> webhooks;
    private final String version;

    InfoResource(
            Instance<LicenceAccount> account,
            Instance<InstallationWebhooks> webhooks,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.account = account;
        this.webhooks = webhooks;
        this.version = version;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public InfoAnswer info() {
        LicenceStatus status = account.get().refresh();
        Installation installation = account.get().installation();
        long max = status.plan().callsPerPeriod();
        return new InfoAnswer(
                version,
                masked(installation.licence()),
                max,
                new Usage(account.get().usage().calls(), max),
                webhooks.get().targets(),
                license(status, installation));
    }

    private static LicenseInfo license(LicenceStatus status, Installation installation) {
        Licence licence = status.licence();
        return new LicenseInfo(
                status.state().name().toLowerCase(Locale.ROOT),
                status.message(),
                installation.id(),
                licence == null ? null : licence.holder(),
                licence == null ? null : licence.expires().toString());
    }

    private static String masked(@Nullable String key) {
        return key == null ? "" : MASK + key.substring(Math.max(0, key.length() - SHOWN));
    }
}

package io.matricula.local;

import io.matricula.embedded.LocalState;
import io.matricula.embedded.StateException;
import io.matricula.sdk.edition.SdkConfig;
import io.matricula.sdk.licence.InstalledLicence;
import io.matricula.sdk.licence.LicenceAccount;
import io.matricula.sdk.webhooks.InstallationWebhooks;
import io.matricula.sdk.webhooks.WebhooksFile;
import io.matricula.service.account.Account;
import io.matricula.service.licence.KeyText;
import io.matricula.service.licence.LicenceDesk;
import io.matricula.service.licence.LicenceException;
import io.matricula.service.report.CloudLicences;
import io.matricula.service.report.KnownLicences;
import io.matricula.service.report.UsageReportStore;
import io.matricula.service.webhook.WebhookSettings;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens the licence of the on-premises edition, and takes the one into use that the settings bring. */
@Singleton
public class SdkStart {
    private static final Logger LOG = Logger.getLogger(SdkStart.class);

    private final LicenceAccount account;
    private final Optional<String> problem;

    SdkStart(LicenceAccount account, InstallationWebhooks webhooks, SdkConfig config, LocalConfig local, Clock clock) {
        this.account = account;
        webhooks.become(webhooks(local.state().resolve("webhooks.yaml")), clock.instant());
        this.problem = config.licence().flatMap(this::offer);
        problem.ifPresent(why -> LOG.errorf("LICENSE_KEY was not taken: %s", why));
    }

    private static List<WebhookSettings> webhooks(Path file) {
        try {
            return WebhooksFile.read(file);
        } catch (IllegalArgumentException e) {
            throw new StateException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What is wrong with the licence that was offered; empty if nothing is. */
    private Optional<String> offer(String keyOrFile) {
        try {
            account.activate(licenceText(keyOrFile));
            return Optional.empty();
        } catch (LicenceException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The text of a licence that is given as such, or as the name of a file. */
    public static String licenceText(String keyOrFile) {
        Path file = Path.of(keyOrFile.strip());
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : keyOrFile;
        } catch (IOException e) {
            throw new LicenceException("can't read " + file + ": " + e.getMessage());
        }
    }

    /** The issuer's public key out of its file; null without a file. */
    public static @Nullable PublicKey issuer(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try {
            return KeyText.publicKey(Files.readString(file));
        } catch (IOException | LicenceException e) {
            throw new LicenceException("the licence issuer's public key " + file + " can't be used: " + e.getMessage());
        }
    }

    Account account() {
        return account.account();
    }

    /** Lines for who has just started the server. */
    String lines() {
        return "  installation  " + account.installation().id() + "\n  licence       "
                + account.refresh().message()
                + problem.map(why -> "\n                LICENSE_KEY was not taken: " + why)
                        .orElse("");
    }

    /** What the edition is made of. */
    static final class Wiring {
        private Wiring() {}

        @Produces
        @Singleton
        static LicenceDesk desk(LocalState state, SdkConfig config, Clock clock) {
            return new LicenceDesk(state.installation(), issuer(config.issuer().orElse(null)), clock);
        }

        @Produces
        @Singleton
        static LicenceAccount account(LicenceDesk desk, LocalState state, Clock clock) {
            return new LicenceAccount(desk, state.accounts(), state.tokens(), state.usage(), clock);
        }

        @Produces
        @Singleton
        static UsageReportStore usageReports(LocalState state) {
            return state.usageReports();
        }

        @Produces
        @Singleton
        static KnownLicences licences(
                SdkConfig config,
                UsageReportStore reports,
                Instance<LicenceAccount> account,
                Instance<InstallationWebhooks> webhooks) {
            return config.enabled()
                    ? new InstalledLicence(account.get(), () -> webhooks.get().targets())
                    : new CloudLicences(reports, issuer(config.issuer().orElse(null)));
        }

        @Produces
        @Singleton
        static InstallationWebhooks webhooks(LicenceAccount account, LocalState state) {
            return new InstallationWebhooks(state.webhooks(), account.account().id(), account.installation());
        }
    }
}

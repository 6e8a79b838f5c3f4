package io.matricula.sdk.licence;

import io.matricula.service.account.AccountId;
import io.matricula.service.licence.LicenceStatus;
import io.matricula.service.report.KnownLicences;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one licence that an installation knows: its own, by key or id. Safe for concurrent use. */
public final class InstalledLicence implements KnownLicences {
    private final LicenceAccount account;
    private final Supplier<List<String>> webhooks;

    /** @param webhooks where they go now */
    public InstalledLicence(LicenceAccount account, Supplier<List<String>> webhooks) {
        this.account = account;
        this.webhooks = webhooks;
    }

    @Override
    public Optional<List<String>> webhooksOf(AccountId asking, String licence) {
        LicenceStatus status = account.refresh();
        String id = status.licence() == null ? null : status.licence().id();
        return same(licence, id) || same(licence, account.installation().licence())
                ? Optional.of(webhooks.get())
                : Optional.empty();
    }

    private static boolean same(String sent, @Nullable String kept) {
        return kept != null
                && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), kept.getBytes(StandardCharsets.UTF_8));
    }
}

package io.matricula.service.report;

import io.matricula.service.account.AccountId;
import io.matricula.service.licence.LicenceException;
import io.matricula.service.licence.LicenceKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Licences as the cloud edition knows them: by the issuer's signature, or because an installation of the account has told of them. Webhooks of
 * an installation are its own affair: none are known. Safe for concurrent use.
 */
public final class CloudLicences implements KnownLicences {
    private final UsageReportStore reports;
    private final @Nullable PublicKey issuer;

    /**
     * @param issuer whose licences are known by their signature; null if only told ones are
     */
    public CloudLicences(UsageReportStore reports, @Nullable PublicKey issuer) {
        this.reports = reports;
        this.issuer = issuer;
    }

    @Override
    public Optional<List<String>> webhooksOf(AccountId account, String licence) {
        return isGenuine(licence) || isTold(account, licence) ? Optional.of(List.of()) : Optional.empty();
    }

    private boolean isGenuine(String key) {
        if (issuer == null) {
            return false;
        }
        try {
            LicenceKey.read(key, issuer);
            return true;
        } catch (LicenceException e) {
            return false;
        }
    }

    private boolean isTold(AccountId account, String licence) {
        return !licence.equals(UsageReport.TRIAL)
                && reports.listOf(account).stream()
                        .anyMatch(told -> told.report().licence().equals(licence));
    }
}

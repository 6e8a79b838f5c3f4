package io.matricula.service.report;

import io.matricula.service.account.AccountId;
import java.util.List;
import java.util.Optional;

/** Answers installers that ask whether a licence is known. Safe for concurrent use. */
public interface KnownLicences {
    /**
     * Where the installation of a licence sends its webhooks, as far as is known here.
     *
     * @param account who asks
     * @param licence key or id, any text
     * @return empty if the licence is not known
     */
    Optional<List<String>> webhooksOf(AccountId account, String licence);
}

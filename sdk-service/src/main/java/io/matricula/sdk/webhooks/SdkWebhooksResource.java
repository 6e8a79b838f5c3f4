package io.matricula.sdk.webhooks;

import io.matricula.contract.ApiError;
import io.matricula.contract.SdkWebhooksAnswer;
import io.matricula.http.errors.ApiException;
import io.matricula.sdk.licence.LicenceAccount;
import io.matricula.service.licence.LicenceStatus;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/sdk-webhooks/{license}/}: where an installation sends its webhooks. Installers ask it whether a licence is known; 404 says
 * that it is not. The licence is named by its key or its id.
 */
@Path("/v1/sdk-webhooks/{license}")
public class SdkWebhooksResource {
    private final Instance<LicenceAccount> account;
    private final Instance<InstallationWebhooks> webhooks;

    SdkWebhooksResource(Instance<LicenceAccount> account, Instance<InstallationWebhooks> webhooks) {
        this.account = account;
        this.webhooks = webhooks;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public SdkWebhooksAnswer webhooks(@PathParam("license") String license) {
        LicenceStatus status = account.get().refresh();
        String id = status.licence() == null ? null : status.licence().id();
        if (!same(license, id) && !same(license, account.get().installation().licence())) {
            throw ApiException.of(ApiError.NOT_FOUND);
        }
        return new SdkWebhooksAnswer(webhooks.get().targets());
    }

    private static boolean same(String sent, @Nullable String kept) {
        return kept != null
                && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), kept.getBytes(StandardCharsets.UTF_8));
    }
}

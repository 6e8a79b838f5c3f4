package io.matricula.worker.http;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets in who shows the secret that the settings tell; everybody if they tell none. */
@ApplicationScoped
class SharedSecret {
    private final Optional<byte[]> secret;

    SharedSecret(WorkerConfig config) {
        secret = config.secret().map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** 403 if what is shown is not the secret; takes as long whatever is shown. */
    void check(@Nullable String shown) {
        byte[] bytes = String.valueOf(shown).getBytes(StandardCharsets.UTF_8);
        if (secret.isPresent() && !MessageDigest.isEqual(secret.get(), bytes)) {
            throw ApiException.of(ApiError.NOT_ALLOWED);
        }
    }
}

package io.matricula.service.testkit;

import io.matricula.service.signing.Claims;
import io.matricula.service.signing.Claims.Use;
import io.matricula.service.signing.TokenSigning;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what it has signed instead of signing, for tests. Safe for concurrent use. */
public final class FakeTokenSigning implements TokenSigning {
    private final Map<String, Claims> signed = new ConcurrentHashMap<>();
    private final Clock clock;

    public FakeTokenSigning(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String sign(Claims claims) {
        String token = "signed-" + signed.size();
        signed.put(token, claims);
        return token;
    }

    @Override
    public Optional<Claims> verify(String token, Use use) {
        return Optional.ofNullable(signed.get(token))
                .filter(claims -> claims.use() == use && clock.instant().isBefore(claims.expires()));
    }
}

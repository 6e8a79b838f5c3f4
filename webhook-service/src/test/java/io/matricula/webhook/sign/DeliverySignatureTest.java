package io.matricula.webhook.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliverySignatureTest {
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    @Test
    void signature_ofTheStandardsExample_isTheStandards() {
        var secret = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(DeliverySignature.signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void headers_duringRotation_carryASignatureOfEachSecret() {
        var random = new SecureRandom();
        SigningSecret current = SigningSecret.random(random);
        SigningSecret previous = SigningSecret.random(random);
        EventId id = EventId.random();
        Instant at = Instant.parse("2026-03-05T12:00:00.9Z");
        var headers = DeliverySignature.headers(id, at, BODY, List.of(current, previous));
        assertThat(headers)
                .containsEntry("webhook-id", id.value())
                .containsEntry("webhook-timestamp", "1772712000")
                .containsEntry(
                        "webhook-signature",
                        DeliverySignature.signature(current, id.value(), 1772712000, BODY)
                                + " "
                                + DeliverySignature.signature(previous, id.value(), 1772712000, BODY));
    }
}

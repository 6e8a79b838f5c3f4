package io.matricula.webhook.sign;

import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs deliveries as Standard Webhooks 1.0.0 has it: {@code webhook-signature} is a list of {@code v1,} and the base64 of the
 * HMAC-SHA256 over {@code id.timestamp.body}, one for each secret that is valid.
 */
public final class DeliverySignature {
    private static final String ALGORITHM = "HmacSHA256";

    private DeliverySignature() {}

    /**
     * The headers that a receiver needs to check a delivery.
     *
     * @param at when it is sent; receivers refuse what is too old
     * @param body the bytes as they are sent
     * @param secrets at least one
     */
    public static Map<String, String> headers(EventId id, Instant at, byte[] body, List<SigningSecret> secrets) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id.value());
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        headers.put(
                "webhook-signature",
                secrets.stream()
                        .map(secret -> signature(secret, id.value(), at.getEpochSecond(), body))
                        .collect(Collectors.joining(" ")));
        return headers;
    }

    static String signature(SigningSecret secret, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}

package io.matricula.sdk.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.matricula.service.account.AccountId;
import io.matricula.service.licence.Installation;
import io.matricula.service.testkit.InMemoryWebhookStore;
import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookHeader;
import io.matricula.service.webhook.WebhookSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksFileTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String TWO = """
            - target: http://10.0.0.5:8081/in?key=secret
            - target: https://gate.example/plates
              image: vehicle
              header: "Authorization: Token x"
              cameras: [gate, 7]
              regions: [de]
              only-with-plates: true
            """;

    private final InMemoryWebhookStore store = new InMemoryWebhookStore();
    private final AccountId account = AccountId.random();
    private final Installation installation = Installation.create(NOW);

    private List<Webhook> become(String yaml) {
        new InstallationWebhooks(store, account, installation).become(WebhooksFile.parse(yaml), NOW);
        return store.listOf(account);
    }

    @Test
    void file_ofTwo_isRead() {
        List<WebhookSettings> settings = WebhooksFile.parse(TWO);
        assertThat(settings.get(0)).isEqualTo(WebhookSettings.of(URI.create("http://10.0.0.5:8081/in?key=secret")));
        assertThat(settings.get(1).image()).isEqualTo(ImageType.VEHICLE);
        assertThat(settings.get(1).header()).isEqualTo(new WebhookHeader("Authorization", "Token x"));
        assertThat(settings.get(1).filter().cameras()).containsExactlyInAnyOrder("gate", "7");
        assertThat(settings.get(1).filter().onlyWithPlates()).isTrue();
        assertThat(WebhooksFile.parse("")).isEmpty();
        assertThat(WebhooksFile.read(Path.of("no-such-file"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target: x | list",
                "- 7 | webhook 1",
                "- {target: 'ftp://x/'} | http",
                "- {image: original} | http",
                "- {target: 'http://x/', colour: red} | keys",
                "- {target: 'http://x/', image: large} | webhook 1",
                "- {target: 'http://x/', header: 'x'} | Name",
                "- {target: 'http://x/', cameras: gate} | lists",
                "'- [' | YAML",
            })
    void file_thatIsWrong_saysWhere(String yaml, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhooksFile.parse(yaml))
                .withMessageContaining(message);
    }

    @Test
    void become_afterAnEdit_keepsNumbersAndSecrets() {
        List<Webhook> first = become(TWO);
        assertThat(first).extracting(webhook -> webhook.id().value()).containsExactlyInAnyOrder(1, 2);
        assertThat(become(TWO))
                .extracting(Webhook::secrets)
                .containsExactlyInAnyOrderElementsOf(
                        first.stream().map(Webhook::secrets).toList());
        List<Webhook> one = become("- target: http://10.0.0.6/");
        assertThat(one).hasSize(1);
        assertThat(one.get(0).secrets()).isEqualTo(first.get(0).secrets());
        assertThat(become("")).isEmpty();
    }

    @Test
    void targets_hideWhatMayBeSecret() {
        become(TWO);
        assertThat(new InstallationWebhooks(store, account, installation).targets())
                .containsExactlyInAnyOrder("http://10.0.0.5:8081/in", "https://gate.example/plates");
    }
}

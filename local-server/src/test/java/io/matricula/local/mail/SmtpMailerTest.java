package io.matricula.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.matricula.service.mail.Mail;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against an SMTP server in this process. */
@Timeout(60)
class SmtpMailerTest {
    private static final String FROM = "Matricula <no-reply@example.com>";
    private static final Mail MAIL = new Mail(
            "ann@example.org",
            "Zürich: your password",
            "Grüße,\n\n.\nhttps://console.example/reset#" + "a".repeat(40) + "\n");
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Vertx vertx = Vertx.vertx();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        vertx.close();
        server.stop();
    }

    private SmtpMailer mailer(Map<String, String> more) {
        Map<String, String> keys = new HashMap<>(Map.of(
                "matricula.mail.host",
                "127.0.0.1",
                "matricula.mail.port",
                Integer.toString(server.getSmtp().getPort()),
                "matricula.mail.security",
                "none",
                "matricula.mail.from",
                FROM));
        keys.putAll(more);
        return new SmtpMailer(vertx, config(keys));
    }

    private static SmtpConfig config(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .withMapping(SmtpConfig.class)
                .withSources(new PropertiesConfigSource(keys, "test", 500))
                .build()
                .getConfigMapping(SmtpConfig.class);
    }

    @Test
    void send_mail_arrivesAsItWasWritten() throws Exception {
        try (SmtpMailer mailer = mailer(Map.of())) {
            mailer.send(MAIL);
            mailer.send(MAIL);
        }
        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage arrived = server.getReceivedMessages()[0];
        assertThat(arrived.getAllRecipients()).extracting(Object::toString).containsExactly("ann@example.org");
        assertThat(arrived.getFrom()).extracting(Object::toString).containsExactly(FROM);
        assertThat(arrived.getSubject()).isEqualTo(MAIL.subject());
        assertThat(arrived.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo(MAIL.text().strip());
        assertThat(GreenMailUtil.getHeaders(arrived)).contains("Message-ID", "Date");
    }

    @Test
    void send_withUser_signsIn() {
        server.setUser("mailer@example.com", "mailer", "secret");
        try (SmtpMailer mailer = mailer(Map.of("matricula.mail.user", "mailer", "matricula.mail.password", "secret"))) {
            mailer.send(MAIL);
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void send_withWrongPassword_fails() {
        server.setUser("mailer@example.com", "mailer", "secret");
        assertRefused(Map.of("matricula.mail.user", "mailer", "matricula.mail.password", "wrong"));
    }

    @Test
    void send_toAServerWithoutTls_failsRatherThanSendingInTheClear() {
        assertRefused(Map.of("matricula.mail.security", "start-tls"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void send_toNobody_failsAndNamesTheServerOnly() {
        int port = server.getSmtp().getPort();
        try (SmtpMailer mailer = mailer(Map.of())) {
            server.stop();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> mailer.send(MAIL))
                    .withMessageContaining("127.0.0.1:" + port)
                    .matches(failure -> !String.valueOf(failure.getMessage()).contains("ann@"));
        }
    }

    private void assertRefused(Map<String, String> settings) {
        try (SmtpMailer mailer = mailer(settings)) {
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> mailer.send(MAIL));
        }
    }

    @Test
    void config_withoutKeys_hasItsDefaults() {
        SmtpConfig config = config(Map.of());
        assertThat(config.host()).isEmpty();
        assertThat(config.port()).isEqualTo(587);
        assertThat(config.security()).isEqualTo(SmtpConfig.Security.START_TLS);
        assertThat(config.user()).isEmpty();
        assertThat(config.password()).isEmpty();
        assertThat(config.from()).isEmpty();
    }

    @Test
    void mailer_withoutSender_isRefusedAtTheStart() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new SmtpMailer(vertx, config(Map.of("matricula.mail.host", "smtp.example.com"))))
                .withMessageContaining("matricula.mail.from");
    }
}

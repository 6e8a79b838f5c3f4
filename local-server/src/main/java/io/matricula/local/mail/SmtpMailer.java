package io.matricula.local.mail;

import io.matricula.service.mail.Mail;
import io.matricula.service.mail.Mailer;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hands mails to an SMTP server (RFC 5321) and waits until it has taken them. Connects with the first mail. Safe for concurrent use; not to be
 * used on an event loop.
 */
public final class SmtpMailer implements Mailer, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CONNECTIONS = 4;

    private final MailClient client;
    private final String server;
    private final String from;

    /**
     * @throws IllegalArgumentException if the settings lack a host or a sender
     */
    public SmtpMailer(Vertx vertx, SmtpConfig config) {
        String host = config.host().orElseThrow(() -> new IllegalArgumentException("matricula.mail.host is missing"));
        this.server = host + ":" + config.port();
        this.from = config.from()
                .orElseThrow(() -> new IllegalArgumentException("matricula.mail.host needs matricula.mail.from, too"));
        this.client = MailClient.create(vertx, settings(host, config));
    }

    private static MailConfig settings(String host, SmtpConfig config) {
        var settings = new MailConfig()
                .setHostname(host)
                .setPort(config.port())
                .setSsl(config.security() == SmtpConfig.Security.TLS)
                .setStarttls(
                        config.security() == SmtpConfig.Security.START_TLS
                                ? StartTLSOptions.REQUIRED
                                : StartTLSOptions.DISABLED)
                .setLogin(config.user().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setMaxPoolSize(CONNECTIONS);
        config.user().ifPresent(settings::setUsername);
        config.password().ifPresent(settings::setPassword);
        return settings;
    }

    @Override
    public void send(Mail mail) {
        var message = new MailMessage()
                .setFrom(from)
                .setTo(mail.to())
                .setSubject(mail.subject())
                .setText(mail.text());
        try {
            client.sendMail(message)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private UncheckedIOException failed(Exception why) {
        return new UncheckedIOException(new IOException(server + " did not take the mail", why));
    }

    @Override
    public void close() {
        client.close();
    }
}

package io.matricula.local;

import io.matricula.embedded.DemoAccount;
import io.matricula.local.mail.SmtpConfig;
import io.matricula.sdk.edition.SdkConfig;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** What a person reads who has just started the server: where it listens, a token, and a line to paste. */
@Singleton
public class ReadyMessage {
    private final Instance<DemoAccount> demo;
    private final Instance<SdkStart> onPremises;
    private final LocalConfig config;
    private final SmtpConfig mail;
    private final SdkConfig sdk;

    ReadyMessage(
            Instance<DemoAccount> demo,
            Instance<SdkStart> onPremises,
            LocalConfig config,
            SmtpConfig mail,
            SdkConfig sdk) {
        this.demo = demo;
        this.onPremises = onPremises;
        this.config = config;
        this.mail = mail;
        this.sdk = sdk;
    }

    /** The message, of several lines. */
    public String text(String host, int port) {
        String address = "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port;
        return sdk.enabled() ? onPremises(address) : local(address);
    }

    private String local(String address) {
        return """
                Matricula listens on %1$s
                  console %1$s/
                  state   %2$s
                  mail    %4$s
                  token   %3$s

                  curl -H 'Authorization: Token %3$s' -F upload=@car.jpg %1$s/v1/plate-reader/
                """.formatted(
                address, config.state().toAbsolutePath(), demo.get().token().reveal(), mails());
    }

    private String mails() {
        return mail.host()
                .map(host -> "through " + host + ":" + mail.port())
                .orElseGet(() ->
                        config.state().toAbsolutePath().resolve("mail") + " (nothing is sent: no MATRICULA_MAIL_HOST)");
    }

    private String onPremises(String address) {
        return """
                Matricula, on-premises edition, listens on %1$s
                  console       %1$s/
                  state         %2$s
                %3$s

                  curl -F upload=@car.jpg %1$s/v1/plate-reader/
                """.formatted(
                address, config.state().toAbsolutePath(), onPremises.get().lines());
    }
}

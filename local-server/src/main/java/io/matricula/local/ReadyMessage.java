package io.matricula.local;

import io.matricula.embedded.DemoAccount;
import jakarta.inject.Singleton;

/** What a person reads who has just started the server: where it listens, a token, and a line to paste. */
@Singleton
public class ReadyMessage {
    private final DemoAccount demo;
    private final LocalConfig config;

    ReadyMessage(DemoAccount demo, LocalConfig config) {
        this.demo = demo;
        this.config = config;
    }

    /** The message, of several lines. */
    public String text(String host, int port) {
        String address = "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port;
        return """
                Matricula listens on %1$s
                  state   %2$s
                  token   %3$s

                  curl -H 'Authorization: Token %3$s' -F upload=@car.jpg %1$s/v1/plate-reader/
                """.formatted(
                        address, config.state().toAbsolutePath(), demo.token().reveal());
    }
}

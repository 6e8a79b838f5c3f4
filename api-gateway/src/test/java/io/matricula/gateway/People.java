package io.matricula.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.testkit.InMemoryAttemptStore;
import io.matricula.service.testkit.RecordingMailer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Signs people up over HTTP, and reads their mails. */
@Singleton
class People {
    private final RecordingMailer mailer;
    private final InMemoryAttemptStore attempts;

    People(RecordingMailer mailer, InMemoryAttemptStore attempts) {
        this.mailer = mailer;
        this.attempts = attempts;
    }

    /** All tests come from one address, at one instant. */
    void forgetAttempts() {
        attempts.forgetAll();
    }

    static String newEmail() {
        return "user-" + UUID.randomUUID() + "@example.org";
    }

    /** Signs somebody up, and in. */
    Person join() {
        forgetAttempts();
        String email = newEmail();
        Person.anybody()
                .body(Map.of("email", email))
                .post("/v1/accounts")
                .then()
                .statusCode(202);
        confirm(email);
        return Person.in(email);
    }

    /** Signs up and in whom an owner invites. */
    Person invitedBy(Person owner) {
        String email = newEmail();
        owner.call()
                .body(Map.of("email", email))
                .post("/v1/accounts/me/members")
                .then()
                .statusCode(202);
        confirm(email);
        return Person.in(email);
    }

    private void confirm(String email) {
        Person.anybody()
                .body(Map.of("token", mailedToken(email), "password", Person.PASSWORD))
                .post("/v1/accounts/confirm")
                .then()
                .statusCode(201);
    }

    /** The token in the newest mail to an address. */
    String mailedToken(String email) {
        String text = mailer.lastTo(email).text();
        assertThat(text).containsPattern("https://console\\.example/(confirm|reset|email)#[0-9a-f]{40}\n");
        return text.replaceAll("(?s).*#([0-9a-f]{40}).*", "$1");
    }

    int mails(String email) {
        return mailer.sentTo(email).size();
    }
}

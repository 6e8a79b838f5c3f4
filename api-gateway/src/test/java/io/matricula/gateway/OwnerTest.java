package io.matricula.gateway;

import static io.matricula.gateway.Person.PASSWORD;
import static io.matricula.gateway.Person.anybody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.matricula.service.testkit.FakeClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hand-over of accounts, new e-mail addresses and the list of sessions over HTTP. */
@QuarkusTest
class OwnerTest {
    private static final String ME = "/v1/accounts/me";

    @Inject
    People people;

    @Inject
    FakeClock clock;

    private static String memberOf(Person person) {
        return person.call().get(ME).then().statusCode(200).extract().path("member.id");
    }

    @Test
    void handOver_toAnAdmin_worksAtOnceForBoth() {
        Person owner = people.join();
        Person admin = people.invitedBy(owner);
        Map<String, String> order = Map.of("member", memberOf(admin), "password", PASSWORD);
        admin.call().body(order).post(ME + "/owner").then().statusCode(403);
        owner.call()
                .body(Map.of("member", memberOf(admin), "password", "wrong password"))
                .post(ME + "/owner")
                .then()
                .statusCode(400)
                .body("password", hasSize(1));
        owner.call().body(order).post(ME + "/owner").then().statusCode(204);
        owner.call().body(order).post(ME + "/owner").then().statusCode(403);
        admin.call().get(ME).then().body("member.role", equalTo("owner")).body("account.email", equalTo(admin.email()));
        owner.call().get(ME).then().body("member.role", equalTo("admin"));
        admin.call().get(ME + "/audit").then().body("entries.action", hasItems("account_handed_over"));
    }

    @Test
    void handOver_toAnothersMember_isRefused() {
        Person ann = people.join();
        Person eve = people.join();
        for (String member : new String[] {memberOf(ann), memberOf(eve), "no id at all"}) {
            eve.call()
                    .body(Map.of("member", member, "password", PASSWORD))
                    .post(ME + "/owner")
                    .then()
                    .statusCode(400)
                    .body("member", hasSize(1));
        }
        ann.call().get(ME).then().body("member.role", equalTo("owner"));
    }

    @Test
    void email_confirmedByTheMailedLink_isTheNewOne() {
        Person ann = people.join();
        String next = People.newEmail();
        Instant before = clock.instant();
        try {
            clock.advance(Duration.ofSeconds(1));
            ann.call()
                    .body(Map.of("email", next, "password", "wrong password"))
                    .post(ME + "/email")
                    .then()
                    .statusCode(400)
                    .body("password", hasSize(1));
            ann.call()
                    .body(Map.of("email", next, "password", PASSWORD))
                    .post(ME + "/email")
                    .then()
                    .statusCode(202);
            Map<String, String> link = Map.of("token", people.mailedToken(next));
            anybody()
                    .body(link)
                    .post("/v1/accounts/email/confirm")
                    .then()
                    .statusCode(200)
                    .body("email", equalTo(next));
            anybody()
                    .body(link)
                    .post("/v1/accounts/email/confirm")
                    .then()
                    .statusCode(400)
                    .body("token", hasSize(1));
            ann.call().get(ME).then().body("account.email", equalTo(next)).body("member.email", equalTo(next));
            assertThat(people.mails(ann.email())).isEqualTo(3);
            Person.in(next);
        } finally {
            clock.set(before);
        }
    }

    @Test
    void sessions_listedAndEndedOneByOne_orAllOthers() {
        Person ann = people.join();
        Person phone = Person.in(ann.email());
        Person tablet = Person.in(ann.email());
        String own = ann.call()
                .get("/v1/sessions")
                .then()
                .statusCode(200)
                .body("sessions.address", contains("127.0.0.1", "127.0.0.1", "127.0.0.1"))
                .extract()
                .path("sessions.find {it.current}.id");
        String phones = phone.call().get("/v1/sessions").then().extract().path("sessions.find {it.current}.id");
        ann.call().delete("/v1/sessions/" + phones).then().statusCode(204);
        ann.call().delete("/v1/sessions/" + phones).then().statusCode(404);
        phone.call().get(ME).then().statusCode(403);
        tablet.call().get(ME).then().statusCode(200);
        ann.call().delete("/v1/sessions/others").then().statusCode(204);
        tablet.call().get(ME).then().statusCode(403);
        ann.call().get("/v1/sessions").then().body("sessions.id", contains(own));
        ann.call().delete("/v1/sessions/" + own).then().statusCode(204);
        ann.call().get(ME).then().statusCode(403);
    }
}

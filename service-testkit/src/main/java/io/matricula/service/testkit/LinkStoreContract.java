package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.identity.MemberId;
import io.matricula.service.link.Link;
import io.matricula.service.link.LinkPurpose;
import io.matricula.service.link.LinkStore;
import io.matricula.service.token.TokenSecret;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link LinkStore} must do. A subclass gives a fresh store to each test. */
public abstract class LinkStoreContract {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00.25Z");
    private static final Instant EXPIRES = NOW.plusSeconds(3600);
    private final SecureRandom random = new SecureRandom();

    protected abstract LinkStore store();

    private Link added(LinkPurpose purpose, @Nullable AccountId account, Instant expires) {
        var link = new Link(TokenSecret.random(random).hash(), purpose, "ann@example.com", account, null, NOW, expires);
        store().add(link);
        return link;
    }

    @Test
    void find_addedLink_isEqual() {
        Link reset = added(LinkPurpose.RESET, null, EXPIRES);
        Link invitation = added(LinkPurpose.INVITATION, AccountId.random(), EXPIRES);
        assertThat(store().find(reset.hash())).contains(reset);
        assertThat(store().find(invitation.hash())).contains(invitation);
        assertThat(store().find(TokenSecret.random(random).hash())).isEmpty();
    }

    @Test
    void find_linkForAMember_namesIt() {
        var link = new Link(
                TokenSecret.random(random).hash(),
                LinkPurpose.NEW_EMAIL,
                "ann@example.org",
                AccountId.random(),
                MemberId.random(),
                NOW,
                EXPIRES);
        store().add(link);
        assertThat(store().find(link.hash())).contains(link);
    }

    @Test
    void take_link_isGoodOnce() {
        Link link = added(LinkPurpose.SIGN_UP, null, EXPIRES);
        Link other = added(LinkPurpose.SIGN_UP, null, EXPIRES);
        assertThat(store().take(link.hash())).isTrue();
        assertThat(store().take(link.hash())).isFalse();
        assertThat(store().find(link.hash())).isEmpty();
        assertThat(store().find(other.hash())).contains(other);
    }

    @Test
    void take_concurrently_oneWins() throws Exception {
        Link link = added(LinkPurpose.RESET, null, EXPIRES);
        var taken = Concurrent.run(64, 16, () -> store().take(link.hash()));
        assertThat(taken).containsOnlyOnce(true);
    }

    @Test
    void removeExpired_mixedLinks_removesOnlyExpired() {
        Link old = added(LinkPurpose.RESET, null, EXPIRES);
        Link good = added(LinkPurpose.SIGN_UP, null, EXPIRES.plusSeconds(1));
        store().removeExpired(EXPIRES);
        assertThat(store().find(good.hash())).contains(good);
        // A store that removes by itself may be late.
        assertThat(store().find(old.hash()).stream()).allMatch(link -> link.expiredAt(EXPIRES));
    }
}

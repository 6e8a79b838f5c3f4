package io.matricula.service.link;

import io.matricula.service.account.AccountId;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberId;
import io.matricula.service.throttle.Limit;
import io.matricula.service.throttle.Throttle;
import io.matricula.service.token.TokenSecret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issues links for mails, and takes them back. Throttled by address of mail and machine. Safe for concurrent use. */
public final class Links {
    private final LinkStore store;
    private final Throttle throttle;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Links(LinkStore store, Throttle throttle, Clock clock) {
        this.store = store;
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * Counts a mail that is to be sent.
     *
     * @throws io.matricula.service.throttle.TooManyAttemptsException if there have been too many
     */
    public void countMail(String email, String from) {
        throttle.attempt(Limit.MAILS_FROM_ADDRESS, from);
        throttle.attempt(Limit.MAILS_TO_EMAIL, email);
    }

    /** The token of a new link. */
    public TokenSecret issue(LinkPurpose purpose, String email, @Nullable AccountId account) {
        return issue(purpose, email, account, null);
    }

    /** The token of a new link by which a member gets another address. */
    public TokenSecret issueNewEmail(String email, Member member) {
        return issue(LinkPurpose.NEW_EMAIL, email, member.account(), member.id());
    }

    private TokenSecret issue(
            LinkPurpose purpose, String email, @Nullable AccountId account, @Nullable MemberId member) {
        Instant now = clock.instant();
        store.removeExpired(now);
        TokenSecret secret = TokenSecret.random(random);
        store.add(new Link(secret.hash(), purpose, email, account, member, now, now.plus(purpose.lifetime())));
        return secret;
    }

    /**
     * The link of a token, which can still be used.
     *
     * @param token any text
     * @throws io.matricula.service.throttle.TooManyAttemptsException if one machine has tried too many
     */
    public Optional<Link> find(String token, Set<LinkPurpose> purposes, String from) {
        throttle.attempt(Limit.LINKS_FROM_ADDRESS, from);
        return TokenSecret.parse(token)
                .map(TokenSecret::hash)
                .flatMap(hash -> store.find(hash).filter(link -> link.hash().matches(hash)))
                .filter(link -> purposes.contains(link.purpose()) && !link.expiredAt(clock.instant()));
    }

    /** Uses a link up: true for one caller only. */
    public boolean take(Link link) {
        return store.take(link.hash());
    }
}

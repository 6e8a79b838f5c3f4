package io.matricula.service.link;

import java.time.Duration;

/** What a mailed link is good for, and for how long. */
public enum LinkPurpose {
    SIGN_UP(Duration.ofDays(1)),
    INVITATION(Duration.ofDays(7)),
    RESET(Duration.ofHours(1)),
    NEW_EMAIL(Duration.ofDays(1));

    private final Duration lifetime;

    LinkPurpose(Duration lifetime) {
        this.lifetime = lifetime;
    }

    public Duration lifetime() {
        return lifetime;
    }
}

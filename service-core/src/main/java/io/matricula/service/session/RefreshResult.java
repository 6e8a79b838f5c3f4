package io.matricula.service.session;

/** What becomes of a refresh token. */
public sealed interface RefreshResult {
    /** It was good, and another takes its place. */
    record Refreshed(SignedIn signedIn) implements RefreshResult {}

    /** It was used a moment ago, as two tabs of a browser do; the session goes on with the other token. */
    record JustRefreshed() implements RefreshResult {}

    /** The session has ended, by now at the latest. */
    record Ended() implements RefreshResult {}
}

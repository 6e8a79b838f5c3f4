package io.matricula.cloud.server;

/** What a process does. */
public enum Role {
    /** Serves the routes of the gateway. */
    GATEWAY,
    /** Serves statistics, mails about quotas and rolls plans over. */
    USAGE,
    /** Delivers events. */
    WEBHOOKS
}

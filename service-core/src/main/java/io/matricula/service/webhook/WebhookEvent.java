package io.matricula.service.webhook;

import io.matricula.service.account.AccountId;
import java.time.Instant;

/**
 * Something that happened in an account and is to be told, to however many targets.
 *
 * @param created when it happened
 * @param type {@link #IMAGE_DONE} or {@link #TEST}
 * @param data JSON object, as in the answer to the call
 * @param picture whether the picture is in the {@link EventPictureStore}
 */
public record WebhookEvent(EventId id, AccountId account, Instant created, String type, String data, boolean picture) {
    /** A picture was read. Snapshot: the name that its receivers know. */
    public static final String IMAGE_DONE = "image.done";

    /** The owner tries a webhook. */
    public static final String TEST = "webhook.test";
}

package io.matricula.service.upload;

import java.util.OptionalLong;

/**
 * Port: takes what clients bring to a target that is an address of this server. Only editions that have no store of their own at
 * another address have one. Safe for concurrent use, also by several processes. All methods throw
 * {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface UploadInbox {
    /**
     * The size in bytes of the picture that may be brought.
     *
     * @param key of the target's address
     * @return empty if nothing may be brought: unknown, expired, another key, or it was brought already
     */
    OptionalLong expected(UploadId id, String key);

    /**
     * Keeps a picture; it is durable when the method returns.
     *
     * @return false, having changed nothing, if it may not be brought or has another size than announced
     */
    boolean put(UploadId id, String key, byte[] picture);
}

package io.matricula.contract;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a place for a picture.
 *
 * @param size of the picture in bytes, exactly
 */
public record UploadRequest(@Nullable Long size) {}

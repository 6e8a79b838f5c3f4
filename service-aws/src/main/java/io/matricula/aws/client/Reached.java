package io.matricula.aws.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the SDK's failures into those that the ports promise. */
public final class Reached {
    private Reached() {}

    /** @throws UncheckedIOException if the service can't be reached, is too slow or refuses */
    public static <T> T reached(String service, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw new UncheckedIOException(new IOException(service + ": " + e.getMessage(), e));
        }
    }
}

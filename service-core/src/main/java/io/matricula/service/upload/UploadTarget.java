package io.matricula.service.upload;

import java.util.Map;

/**
 * Where a client puts its picture, with {@code PUT}. The address alone is the right to do so: never to be logged.
 *
 * @param address absolute, or a path on the server that was asked
 * @param headers that must be sent with it as they stand
 */
public record UploadTarget(String address, Map<String, String> headers) {
    @Override
    public String toString() {
        return "UploadTarget";
    }
}

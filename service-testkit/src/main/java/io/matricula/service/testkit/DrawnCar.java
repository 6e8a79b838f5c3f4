package io.matricula.service.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A drawn car whose plate is KR 718 XD, 640 x 480. */
public final class DrawnCar {
    private DrawnCar() {}

    public static byte[] jpeg() {
        try (InputStream in = Objects.requireNonNull(DrawnCar.class.getResourceAsStream("drawn-car.jpg"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

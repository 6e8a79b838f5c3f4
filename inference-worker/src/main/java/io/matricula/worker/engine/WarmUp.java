package io.matricula.worker.engine;

import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.Recognition;
import io.matricula.recognition.RecognitionOptions;
import io.matricula.recognition.VehicleDescriptions;
import io.matricula.recognition.image.PictureException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Reads a drawn picture a few times, all stages included, so that the first picture of a client meets compiled code and networks that
 * have their memory; shows as well that the models work here.
 */
@ApplicationScoped
public class WarmUp {
    private static final String PICTURE = "warm-up.jpg";
    private static final int TIMES = 5;

    private final PlateRecognizer recognizer;

    WarmUp(PlateRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    /**
     * Returns when all is warm.
     *
     * @throws IllegalStateException if the plate isn't found
     */
    public void run() {
        byte[] picture = picture();
        for (int time = 0; time < TIMES; time++) {
            if (recognize(picture).plates().isEmpty()) {
                throw new IllegalStateException("the models find no plate where one is");
            }
        }
    }

    private Recognition recognize(byte[] picture) {
        try {
            return recognizer.recognize(
                    picture, RecognitionOptions.defaults().withVehicleDescriptions(VehicleDescriptions.ALL));
        } catch (PictureException e) {
            throw new IllegalStateException("a drawn picture can't be decoded", e);
        }
    }

    static byte[] picture() {
        try (InputStream in = WarmUp.class.getResourceAsStream(PICTURE)) {
            if (in == null) {
                throw new IllegalStateException(PICTURE + " is not part of the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

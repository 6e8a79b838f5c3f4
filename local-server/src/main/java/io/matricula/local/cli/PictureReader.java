package io.matricula.local.cli;

import io.matricula.command.PlainError;
import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.Recognition;
import io.matricula.recognition.RecognitionOptions;
import io.matricula.recognition.RecognizerConfig;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.image.PictureBounds;
import io.matricula.recognition.image.PictureDecoder;
import io.matricula.recognition.image.PictureException;
import io.matricula.recognition.image.Pixels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads one picture file after the other. Any number of threads may use it at the same time. */
final class PictureReader {
    /** More than any picture within the recogniser's pixel bound needs; keeps endless files such as devices out. */
    private static final int MAX_BYTES = 160_000_000;

    private final PlateRecognizer recognizer;
    private final RecognitionOptions options;
    private final PictureDecoder decoder;
    private final Drawings drawings;

    PictureReader(PlateRecognizer recognizer, RecognitionOptions options, Drawings drawings) {
        this.recognizer = recognizer;
        this.options = options;
        this.drawings = drawings;
        RecognizerConfig bounds = RecognizerConfig.defaults();
        decoder = PictureDecoder.open(new PictureBounds(bounds.maxPixels(), bounds.maxSide()), bounds.pixelsInMemory());
    }

    /** @throws PlainError if a marked picture can't be written */
    PictureReading read(Path file) {
        try {
            byte[] picture = bytes(file);
            Recognition recognition =
                    drawings.wants(file) ? readAndDraw(file, picture) : recognizer.recognize(picture, options);
            return new PictureReading.Read(file, recognition);
        } catch (PictureException e) {
            return new PictureReading.Unreadable(file, "not a picture that can be read: " + e.getMessage());
        } catch (NoSuchFileException e) {
            return new PictureReading.Unreadable(file, "no such file");
        } catch (AccessDeniedException e) {
            return new PictureReading.Unreadable(file, "permission denied");
        } catch (IOException e) {
            return new PictureReading.Unreadable(file, "can't be read: " + e.getMessage());
        }
    }

    private Recognition readAndDraw(Path file, byte[] bytes) throws PictureException {
        try (Picture picture = decoder.decode(bytes)) {
            Pixels pixels = new Pixels(picture.width(), picture.height(), picture.bgr());
            Recognition recognition = recognizer.recognize(pixels, options);
            drawings.write(file, pixels, recognition);
            return recognition;
        }
    }

    private static byte[] bytes(Path file) throws IOException, PictureException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] picture = in.readNBytes(MAX_BYTES + 1);
            if (picture.length > MAX_BYTES) {
                throw new PictureException(PictureException.Reason.UNREADABLE, "more than " + MAX_BYTES + " bytes");
            }
            return picture;
        }
    }
}

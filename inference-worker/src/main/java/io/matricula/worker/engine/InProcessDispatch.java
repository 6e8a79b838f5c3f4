package io.matricula.worker.engine;

import io.matricula.contract.PictureProblem;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.reading.dispatch.RecognitionDispatch;
import io.matricula.reading.dispatch.RejectedException;
import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.Recognition;
import io.matricula.recognition.RecognitionMode;
import io.matricula.recognition.RecognitionOptions;
import io.matricula.recognition.VehicleDescriptions;
import io.matricula.recognition.image.PictureException;
import jakarta.inject.Singleton;

/** Recognises in this process. */
@Singleton
class InProcessDispatch implements RecognitionDispatch {
    private final PlateRecognizer recognizer;

    InProcessDispatch(PlateRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    @Override
    public RecognitionOutcome recognize(byte[] picture, RecognitionRequest request, String requestId)
            throws RejectedException {
        try {
            Recognition recognition = recognizer.recognize(picture, options(request));
            return OutcomeMapper.outcome(recognition, request);
        } catch (PictureException e) {
            throw RejectedException.picture(problem(e.reason()));
        } catch (IllegalArgumentException e) {
            // All other options were checked by the gateway; what a text format may be, recognition alone knows.
            throw RejectedException.config("text_formats: " + e.getMessage());
        }
    }

    private static RecognitionOptions options(RecognitionRequest request) {
        return new RecognitionOptions(
                request.regions(),
                request.strictRegion(),
                request.detectionThreshold(),
                request.readingThreshold(),
                mode(request.mode()),
                request.textFormats(),
                request.strictVehicle(),
                descriptions(request));
    }

    private static VehicleDescriptions descriptions(RecognitionRequest request) {
        if (!request.mmc()) {
            return request.vehicles() ? VehicleDescriptions.TYPES : VehicleDescriptions.NONE;
        }
        return request.vehicles() ? VehicleDescriptions.ALL : VehicleDescriptions.OF_PLATES;
    }

    private static RecognitionMode mode(RecognitionRequest.Mode mode) {
        return switch (mode) {
            case NORMAL -> RecognitionMode.NORMAL;
            case FAST -> RecognitionMode.FAST;
            case REDACTION -> RecognitionMode.REDACTION;
        };
    }

    private static PictureProblem problem(PictureException.Reason reason) {
        return switch (reason) {
            case EMPTY -> PictureProblem.EMPTY;
            case TOO_MANY_PIXELS -> PictureProblem.TOO_MANY_PIXELS;
            case UNSUPPORTED_FORMAT, UNREADABLE -> PictureProblem.NOT_A_PICTURE;
        };
    }
}

package io.matricula.reading.dispatch;

import io.matricula.contract.RecognitionRequest;
import io.matricula.contract.internal.MalformedMessageException;
import io.matricula.contract.internal.RecognitionWire;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** How workers are spoken to: {@link RecognitionWire} over HTTP. Safe for concurrent use. */
final class WorkerProtocol {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final RecognitionWire wire = new RecognitionWire();
    private final Optional<String> secret;

    WorkerProtocol(Optional<String> secret) {
        this.secret = secret;
    }

    /** The message for a picture, to be sent any number of times. */
    BodyPublisher message(byte[] picture, RecognitionRequest request) throws RejectedException {
        try {
            return BodyPublishers.concat(
                    BodyPublishers.ofByteArray(wire.head(request)), BodyPublishers.ofByteArray(picture));
        } catch (IllegalArgumentException e) {
            throw RejectedException.config("its values are too long");
        }
    }

    HttpRequest request(URI worker, BodyPublisher message, String requestId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(worker.resolve(RecognitionWire.PATH))
                .header("Content-Type", RecognitionWire.MEDIA_TYPE)
                .header("X-Request-Id", requestId)
                .POST(message);
        secret.ifPresent(text -> request.header(RecognitionWire.SECRET_HEADER, text));
        return request.build();
    }

    /** One of the two is null. */
    WorkerAnswer answer(@Nullable HttpResponse<byte[]> response, @Nullable Throwable fault) {
        try {
            return response == null ? failed(fault) : answer(response);
        } catch (MalformedMessageException e) {
            return new WorkerAnswer.Failed(e);
        }
    }

    private WorkerAnswer answer(HttpResponse<byte[]> response) throws MalformedMessageException {
        return switch (response.statusCode()) {
            case 200 -> new WorkerAnswer.Recognised(wire.outcome(response.body()));
            case RecognitionWire.REJECTED -> new WorkerAnswer.Rejected(wire.rejection(response.body()));
            case 413 -> new WorkerAnswer.TooLarge();
            case 503 -> new WorkerAnswer.Busy(retryAfter(response));
            default -> new WorkerAnswer.Failed(new IOException("status " + response.statusCode()));
        };
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(SOON);
    }

    private static WorkerAnswer failed(@Nullable Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                ? new WorkerAnswer.Unreachable(cause)
                : new WorkerAnswer.Failed(cause == null ? new IOException("no answer") : cause);
    }
}

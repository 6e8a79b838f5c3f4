package io.matricula.lambda.gateway;

import io.matricula.contract.ApiError;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.dispatch.RecognitionDispatch;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Where no workers are known, nothing is recognised: clients are told to come again. */
@DefaultBean
@Singleton
class NoWorkers implements RecognitionDispatch {
    private static final Duration LATER = Duration.ofSeconds(30);

    @Override
    public RecognitionOutcome recognize(byte[] picture, RecognitionRequest request) {
        throw ApiException.retry(ApiError.BUSY, LATER);
    }
}

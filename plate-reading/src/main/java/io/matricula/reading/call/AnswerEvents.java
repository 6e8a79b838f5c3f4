package io.matricula.reading.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.contract.PictureAnswer;
import io.matricula.contract.PlateResult;
import io.matricula.contract.PropGuess;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.SightedPlate;
import io.matricula.contract.Sighting;
import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.AnswerFacts;
import io.matricula.service.webhook.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the account's webhooks of an answer before it goes out: once a call, also where nothing was found. */
@ApplicationScoped
class AnswerEvents {
    private final EventPublisher events;
    private final ObjectMapper json;

    AnswerEvents(EventPublisher events, ObjectMapper json) {
        this.events = events;
        this.json = json;
    }

    void publish(
            AccountId account,
            RecognitionOutcome outcome,
            @Nullable String cameraId,
            PictureAnswer answer,
            byte[] picture) {
        List<SightedPlate> sighted = outcome.sightings().stream()
                .map(Sighting::plate)
                .filter(Objects::nonNull)
                .toList();
        var facts = new AnswerFacts(
                cameraId, regions(outcome, sighted), outcome.results().size() + sighted.size());
        events.publish(account, facts, () -> write(answer), picture);
    }

    private static Set<String> regions(RecognitionOutcome outcome, List<SightedPlate> sighted) {
        Stream<String> plates =
                outcome.results().stream().map(PlateResult::region).map(region -> region.code());
        Stream<String> props = sighted.stream()
                .flatMap(plate -> plate.props().region().stream().limit(1))
                .map(PropGuess::value);
        return Stream.concat(plates, props).collect(Collectors.toSet());
    }

    private String write(PictureAnswer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours is no JSON", e);
        }
    }
}

package io.matricula.gateway;

import io.matricula.contract.Box;
import io.matricula.contract.Candidate;
import io.matricula.contract.CharacterGuess;
import io.matricula.contract.Corner;
import io.matricula.contract.EmptyReason;
import io.matricula.contract.PlateResult;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.contract.RegionGuess;
import io.matricula.contract.VehicleGuess;
import io.matricula.gateway.dispatch.RecognitionDispatch;
import io.matricula.gateway.dispatch.RejectedException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises the same plate in every picture, and keeps what it was asked. A picture that ends in 'E' is empty to it. */
class FakeDispatch implements RecognitionDispatch {
    /** What a call does instead of recognising. */
    interface Script {
        void run() throws RejectedException;
    }

    private volatile byte @Nullable [] picture;
    private volatile @Nullable RecognitionRequest request;
    private volatile Script script = () -> {};

    @Override
    public RecognitionOutcome recognize(byte[] asked, RecognitionRequest options) throws RejectedException {
        picture = asked;
        request = options;
        script.run();
        boolean empty = asked[asked.length - 1] == 'E';
        List<String> unknown =
                options.regions().stream().filter(code -> code.startsWith("x")).toList();
        return new RecognitionOutcome(
                1280,
                720,
                empty ? List.of() : List.of(plate(options.detail())),
                empty ? EmptyReason.NO_PLATE : null,
                unknown,
                Map.of("total", 12.5));
    }

    void follow(Script changed) {
        script = changed;
    }

    byte @Nullable [] picture() {
        return picture;
    }

    @Nullable
    RecognitionRequest request() {
        return request;
    }

    void forget() {
        picture = null;
        request = null;
        script = () -> {};
    }

    private static PlateResult plate(boolean detail) {
        return new PlateResult(
                new Box(143, 481, 282, 575),
                "nhk552",
                new RegionGuess("gb", 0.747),
                VehicleGuess.NONE,
                0.904,
                List.of(new Candidate(0.904, "nhk552"), new Candidate(0.05, "nhk5s2")),
                0.99,
                detail
                        ? List.of(
                                new Corner(143, 490.5),
                                new Corner(282, 481),
                                new Corner(282, 566),
                                new Corner(143, 575))
                        : null,
                detail ? List.of(new CharacterGuess("N", 0.98, new Box(150, 485, 170, 570))) : null);
    }
}

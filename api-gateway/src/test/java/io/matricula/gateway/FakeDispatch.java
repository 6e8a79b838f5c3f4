package io.matricula.gateway;

import io.matricula.contract.Box;
import io.matricula.contract.Candidate;
import io.matricula.contract.CharacterGuess;
import io.matricula.contract.ColorGuess;
import io.matricula.contract.Corner;
import io.matricula.contract.EmptyReason;
import io.matricula.contract.ModelMake;
import io.matricula.contract.OrientationGuess;
import io.matricula.contract.PlateProps;
import io.matricula.contract.PlateResult;
import io.matricula.contract.PropGuess;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.contract.RegionGuess;
import io.matricula.contract.SightedPlate;
import io.matricula.contract.SightedVehicle;
import io.matricula.contract.Sighting;
import io.matricula.contract.VehicleGuess;
import io.matricula.contract.VehicleProps;
import io.matricula.reading.dispatch.RecognitionDispatch;
import io.matricula.reading.dispatch.RejectedException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises the same plate in every picture, and keeps what it was asked. A picture that ends in 'E' is empty to it. */
class FakeDispatch implements RecognitionDispatch {
    private static final List<ModelMake> MAKES =
            List.of(new ModelMake("Chrysler", "200", 0.702), new ModelMake("Chrysler", "Sebring", 0.121));

    /** What a call does instead of recognising. */
    interface Script {
        void run() throws RejectedException;
    }

    private volatile byte @Nullable [] picture;
    private volatile @Nullable RecognitionRequest request;
    private volatile Script script = () -> {};

    @Override
    public RecognitionOutcome recognize(byte[] asked, RecognitionRequest options, String requestId)
            throws RejectedException {
        picture = asked;
        request = options;
        script.run();
        boolean empty = asked[asked.length - 1] == 'E';
        List<String> unknown =
                options.regions().stream().filter(code -> code.startsWith("x")).toList();
        return new RecognitionOutcome(
                1280,
                720,
                empty || options.vehicles() ? List.of() : List.of(plate(options)),
                options.vehicles() ? sightings(empty, options.mmc()) : List.of(),
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

    private static PlateResult plate(RecognitionRequest options) {
        boolean detail = options.detail();
        return new PlateResult(
                new Box(143, 481, 282, 575),
                "nhk552",
                new RegionGuess("gb", 0.747),
                VehicleGuess.NONE,
                0.904,
                List.of(new Candidate(0.904, "nhk552"), new Candidate(0.05, "nhk5s2")),
                0.99,
                options.mmc() ? MAKES : null,
                options.mmc() ? ColorGuess.UNKNOWN : null,
                options.mmc()
                        ? List.of(new OrientationGuess("Front", 0.925), new OrientationGuess("Rear", 0.075))
                        : null,
                detail
                        ? List.of(
                                new Corner(143, 490.5),
                                new Corner(282, 481),
                                new Corner(282, 566),
                                new Corner(143, 575))
                        : null,
                detail ? List.of(new CharacterGuess("N", 0.98, new Box(150, 485, 170, 570))) : null);
    }

    /** A car with a plate, if the picture is not empty, and a bus without. */
    private static List<Sighting> sightings(boolean empty, boolean mmc) {
        var bus = new SightedVehicle("Bus", 0.412, new Box(900, 100, 1200, 400), VehicleProps.NONE);
        return empty ? List.of(new Sighting(null, bus)) : List.of(car(mmc), new Sighting(null, bus));
    }

    private static Sighting car(boolean mmc) {
        var plate = new PlateProps(
                List.of(new PropGuess("nhk552", 0.904), new PropGuess("nhk5s2", 0.05)),
                List.of(new PropGuess("gb", 0.747)));
        var props = new VehicleProps(
                MAKES,
                List.of(new PropGuess("Front", 0.925), new PropGuess("Rear", 0.075)),
                List.of(new PropGuess("unknown", 0)));
        return new Sighting(
                new SightedPlate(SightedPlate.TYPE, 0.99, new Box(143, 481, 282, 575), plate),
                new SightedVehicle("Sedan", 0.798, new Box(67, 113, 908, 653), mmc ? props : VehicleProps.NONE));
    }
}

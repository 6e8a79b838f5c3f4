package io.matricula.worker.engine;

import io.matricula.contract.ColorGuess;
import io.matricula.contract.ModelMake;
import io.matricula.contract.OrientationGuess;
import io.matricula.contract.PropGuess;
import io.matricula.contract.VehicleProps;
import io.matricula.recognition.Vehicle;
import io.matricula.recognition.describe.Guess;
import io.matricula.recognition.describe.ModelGuess;
import io.matricula.recognition.describe.VehicleDescription;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says in the words of the wire what a vehicle looks like; where nothing is known, that it is unknown. */
record DescriptionMapper(VehicleDescription description) {
    private static final VehicleDescription NOTHING = new VehicleDescription(List.of(), List.of(), List.of());

    static DescriptionMapper of(@Nullable Vehicle vehicle) {
        VehicleDescription known = vehicle == null ? null : vehicle.description();
        return new DescriptionMapper(known == null ? NOTHING : known);
    }

    List<ModelMake> modelMake() {
        return said(description.models(), DescriptionMapper::modelMake, ModelMake.UNKNOWN);
    }

    List<ColorGuess> color() {
        return said(
                description.colours(),
                guess -> new ColorGuess(guess.name(), OutcomeMapper.rounded(guess.score())),
                ColorGuess.UNKNOWN);
    }

    List<OrientationGuess> orientation() {
        return said(
                description.orientations(),
                guess -> new OrientationGuess(guess.name(), OutcomeMapper.rounded(guess.score())),
                OrientationGuess.UNKNOWN);
    }

    VehicleProps props() {
        return new VehicleProps(
                modelMake(),
                said(description.orientations(), DescriptionMapper::prop, List.of(new PropGuess("Unknown", 0))),
                said(description.colours(), DescriptionMapper::prop, List.of(new PropGuess("unknown", 0))));
    }

    private static ModelMake modelMake(ModelGuess guess) {
        String model = guess.model();
        return new ModelMake(guess.make(), model == null ? "Unknown" : model, OutcomeMapper.rounded(guess.score()));
    }

    private static PropGuess prop(Guess guess) {
        return new PropGuess(guess.name(), OutcomeMapper.rounded(guess.score()));
    }

    private static <G, W> List<W> said(List<G> guesses, Function<G, W> word, List<W> otherwise) {
        return guesses.isEmpty() ? otherwise : guesses.stream().map(word).toList();
    }
}

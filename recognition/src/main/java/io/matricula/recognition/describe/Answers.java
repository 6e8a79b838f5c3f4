package io.matricula.recognition.describe;

import io.matricula.recognition.bundle.Manifest.AttributesSpec;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What is told of a vehicle, given the chances of all classes: nothing where the best one is below its threshold. */
final class Answers {
    private static final int MOST = 3;

    private final AttributesSpec spec;

    Answers(AttributesSpec spec) {
        this.spec = spec;
    }

    /** The best models; if none is sure, the make alone where that is. */
    List<ModelGuess> models(double[] models, double[] makes) {
        List<ModelGuess> sure = best(models, spec.thresholds().model(), at -> model(at, models[at]));
        return sure.isEmpty()
                ? best(
                                makes,
                                spec.thresholds().make(),
                                at -> new ModelGuess(spec.makes().get(at), null, makes[at]))
                        .stream()
                        .limit(1)
                        .toList()
                : sure;
    }

    List<Guess> colours(double[] chances) {
        return best(
                chances,
                spec.thresholds().colour(),
                at -> new Guess(spec.colours().get(at), chances[at]));
    }

    List<Guess> orientations(double[] chances) {
        return best(
                chances,
                spec.thresholds().orientation(),
                at -> new Guess(spec.orientations().get(at), chances[at]));
    }

    private ModelGuess model(int at, double score) {
        String name = spec.models().get(at);
        int bar = name.indexOf('|');
        return new ModelGuess(name.substring(0, bar), name.substring(bar + 1), score);
    }

    private static <T> List<T> best(double[] chances, double threshold, IntFunction<T> guess) {
        int[] order = IntStream.range(0, chances.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -chances[at]))
                .mapToInt(Integer::intValue)
                .limit(MOST)
                .toArray();
        return chances[order[0]] < threshold
                ? List.of()
                : IntStream.of(order).mapToObj(guess).toList();
    }
}

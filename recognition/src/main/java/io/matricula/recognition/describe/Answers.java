package io.matricula.recognition.describe;

import io.matricula.recognition.bundle.Manifest.AttributesSpec;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
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

    /**
     * The number of the clearest type, or -1. The detector saw the vehicle in its street, this network saw it closer: both are heard, as
     * logarithms, and the chances made to add up to one again.
     */
    int type(List<Double> detected, double[] seen) {
        double[] together = new double[seen.length];
        int best = 0;
        for (int type = 0; type < seen.length; type++) {
            together[type] = detected.get(type) * Math.pow(seen[type], spec.typeWeight());
            best = together[type] > together[best] ? type : best;
        }
        double chance = together[best] / DoubleStream.of(together).sum();
        return chance >= spec.thresholds().type() ? best : -1;
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

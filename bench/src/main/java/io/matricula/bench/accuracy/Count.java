package io.matricula.bench.accuracy;

import io.matricula.recognition.Plate;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts over all pictures and over groups of plates, and collects what went wrong. Used by one thread. */
final class Count {
    private static final List<Integer> WIDTHS = List.of(30, 60, 90, 130, 200);

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final MissSheet misses;

    Count(MissSheet misses) {
        this.misses = misses;
    }

    void add(LabelledPicture labelled, byte[] picture, List<Plate> found) throws IOException {
        Matching matching = Matching.of(labelled.plates(), found);
        for (Matching.Pair pair : matching.pairs()) {
            groups(labelled, pair).forEach(group -> tally(group).add(pair));
            keepMiss(labelled, picture, pair);
        }
        if (!labelled.complete()) {
            return;
        }
        for (Matching.Pair pair : matching.pairs()) {
            if (pair.found() != null) {
                double score = pair.found().reading().score();
                groups(labelled, pair).forEach(group -> tally(group).addFound(true, score));
            }
        }
        for (Plate surplus : matching.surplus()) {
            double score = surplus.reading().score();
            List.of("all", source(labelled)).forEach(group -> tally(group).addFound(false, score));
            Rectangle place = MissSheet.rectangle(surplus.box());
            misses.add(picture, place, "no plate: " + surplus.reading().text(), labelled.image());
        }
    }

    private void keepMiss(LabelledPicture labelled, byte[] picture, Matching.Pair pair) throws IOException {
        String truth = pair.truth().text();
        Plate plate = pair.found();
        if (plate == null) {
            misses.add(picture, MissSheet.place(pair), "not found: " + (truth == null ? "?" : truth), labelled.image());
        } else if (truth != null && !Tally.isRight(truth, plate.reading().text())) {
            String title = String.format(
                    Locale.ROOT,
                    "%s read %s %.2f",
                    truth,
                    plate.reading().text(),
                    plate.reading().score());
            misses.add(picture, MissSheet.place(pair), title, labelled.image());
        }
    }

    private Tally tally(String group) {
        return tallies.computeIfAbsent(group, name -> new Tally());
    }

    private static List<String> groups(LabelledPicture labelled, Matching.Pair pair) {
        String region = pair.truth().region();
        return List.of(
                "all", source(labelled), "region " + (region == null ? "not known" : region), width(pair.truth()));
    }

    private static String source(LabelledPicture labelled) {
        return "source " + (labelled.source() == null ? "not known" : labelled.source());
    }

    private static String width(TruePlate truth) {
        if (Double.isNaN(truth.width())) {
            return "width not known";
        }
        return WIDTHS.stream()
                .filter(limit -> truth.width() < limit)
                .findFirst()
                .map(limit -> String.format(Locale.ROOT, "width under %3d px", limit))
                .orElse("width 200 px and more");
    }

    /** The shares of each group, all plates first. */
    Map<String, Map<String, Share>> shares() {
        Map<String, Map<String, Share>> shares = new LinkedHashMap<>();
        tallies.forEach((group, tally) -> shares.put(group, tally.shares()));
        return shares;
    }
}

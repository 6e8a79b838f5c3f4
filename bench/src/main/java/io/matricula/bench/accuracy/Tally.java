package io.matricula.bench.accuracy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Counts of one group of plates. Used by one thread. */
final class Tally {
    /** The reading score from which the service answers by default. */
    private static final double ANSWERED_FROM = 0.6;

    private Share found = Share.NONE;
    private Share precise = Share.NONE;
    private Share preciseOfAnswered = Share.NONE;
    private Share exact = Share.NONE;
    private Share exactFolded = Share.NONE;
    private Share answered = Share.NONE;
    private Share rightOfAnswered = Share.NONE;

    void add(Matching.Pair pair) {
        found = found.plus(pair.found() != null);
        String truth = pair.truth().text();
        if (truth == null) {
            return;
        }
        String read = pair.found() == null ? "" : pair.found().reading().text();
        boolean right = plain(truth).equals(plain(read));
        exact = exact.plus(right);
        exactFolded = exactFolded.plus(folded(truth).equals(folded(read)));
        boolean sure = pair.found() != null && pair.found().reading().score() >= ANSWERED_FROM;
        answered = answered.plus(sure);
        if (sure) {
            rightOfAnswered = rightOfAnswered.plus(right);
        }
    }

    /** A plate found in a picture whose plates are all marked. */
    void addFound(boolean real, double readingScore) {
        precise = precise.plus(real);
        if (readingScore >= ANSWERED_FROM) {
            preciseOfAnswered = preciseOfAnswered.plus(real);
        }
    }

    static boolean isRight(String truth, String read) {
        return plain(truth).equals(plain(read));
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String folded(String text) {
        return plain(text).replace('O', '0').replace('I', '1');
    }

    /** The shares by the names that results use. */
    Map<String, Share> shares() {
        Map<String, Share> shares = new LinkedHashMap<>();
        shares.put("recall", found);
        shares.put("precision", precise);
        shares.put("precision among answered", preciseOfAnswered);
        shares.put("exact", exact);
        shares.put("exact, O=0 and I=1", exactFolded);
        shares.put("answered (score from 0.6)", answered);
        shares.put("exact among answered", rightOfAnswered);
        return shares;
    }
}

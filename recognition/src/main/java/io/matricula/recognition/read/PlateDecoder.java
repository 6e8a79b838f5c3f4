package io.matricula.recognition.read;

import io.matricula.recognition.read.Decoded.Candidate;
import io.matricula.recognition.read.Decoded.DecodedCharacter;
import io.matricula.recognition.region.Region;
import io.matricula.recognition.region.RegionFormats;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the reader's CTC output into a text with candidates, using what is known of plate formats. Built once for each model bundle; any number of
 * threads may use one decoder at the same time.
 */
public final class PlateDecoder {
    private static final PrefixSearch.Effort FREE = new PrefixSearch.Effort(32, 8, 1e-5, 1e-7);

    private final List<String> alphabet;
    private final int blank;
    private final RegionFormats formats;

    /**
     * @param alphabet symbols of the reader in the order of its classes, blank left out
     * @param blank class of the CTC blank
     * @param regionClasses codes of the reader's region head, in its order; groups such as {@code eu} and {@code unknown} are understood
     */
    public PlateDecoder(List<String> alphabet, int blank, List<String> regionClasses, RegionFormats formats) {
        List<String> symbols = new ArrayList<>(alphabet);
        symbols.add(blank, "");
        this.alphabet = List.copyOf(symbols);
        this.blank = blank;
        this.formats = formats;
    }

    /**
     * Looks up the requested regions and compiles the requested text formats.
     *
     * @throws IllegalArgumentException if a text format is not a regular expression of the supported kind; the message names it
     */
    public DecodingRules rules(DecodingOptions options) {
        List<Region> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String code : options.regions()) {
            Region region = formats.find(code);
            if (region == null) {
                unknown.add(code);
            } else {
                known.add(region);
            }
        }
        return new DecodingRules(options, known, unknown);
    }

    /**
     * Decodes one plate.
     *
     * @param regionLogProbabilities the region head's natural logarithms for this plate, in the order of the region classes
     */
    public Decoded decode(CtcOutput output, float[] regionLogProbabilities, DecodingRules rules) {
        PrefixSearch search = new PrefixSearch(output, blank, Unguided.INSTANCE, FREE).run();
        List<Candidate> candidates = new ArrayList<>();
        for (int place = 0; place < Math.min(10, search.size()); place++) {
            candidates.add(new Candidate(text(search.symbols(place)), Math.exp(search.logProbability(place))));
        }
        int[] symbols = search.symbols(0);
        double score = candidates.get(0).score();
        List<Decoded.Region> regions = List.of(new Decoded.Region("unknown", 0));
        return new Decoded(
                candidates.get(0).text(), score, candidates, characters(output, symbols, score), regions, false, null);
    }

    private List<DecodedCharacter> characters(CtcOutput output, int[] symbols, double score) {
        Alignment alignment = Alignment.of(output, blank, symbols);
        List<DecodedCharacter> characters = new ArrayList<>();
        for (int at = 0; at < symbols.length; at++) {
            characters.add(new DecodedCharacter(
                    alphabet.get(symbols[at]),
                    score,
                    alignment.first()[at],
                    alignment.last()[at]));
        }
        return characters;
    }

    private String text(int[] symbols) {
        StringBuilder text = new StringBuilder();
        for (int symbol : symbols) {
            text.append(alphabet.get(symbol));
        }
        return text.toString();
    }

    private enum Unguided implements PrefixSearch.Guide {
        INSTANCE;

        @Override
        public int start() {
            return 0;
        }

        @Override
        public int next(int state, int symbol) {
            return 0;
        }

        @Override
        public boolean accepts(int state) {
            return true;
        }
    }
}

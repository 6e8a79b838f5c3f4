package io.matricula.recognition.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plate says, with what else it could say. Texts are upper case, without separators.
 *
 * @param text the most probable text, also when it is rejected; empty if the plate shows none
 * @param score probability (0..1) that {@code text} is right in full
 * @param candidates the likeliest texts, best first; the first one is {@code text} with {@code score}; scores add up to at most 1; empty if
 *     {@code text} is
 * @param characters the symbols of {@code text} in order
 * @param regions where the plate may be from, best first, never empty; {@code unknown} if nothing speaks for any region
 * @param formatMatched whether {@code text} fits a format that says something: one of the requested regions or text formats, else of any region
 * @param rejectedBy the filter that refuses the plate; null if it passes
 */
public record Decoded(
        String text,
        double score,
        List<Candidate> candidates,
        List<DecodedCharacter> characters,
        List<Region> regions,
        boolean formatMatched,
        @Nullable Rejection rejectedBy) {

    public Decoded {
        candidates = List.copyOf(candidates);
        characters = List.copyOf(characters);
        regions = List.copyOf(regions);
    }

    /** A text and the probability that it is right in full. */
    public record Candidate(String text, double score) {}

    /**
     * One symbol of the text and the steps of the CTC output that show it.
     *
     * @param symbol as in the reader's alphabet, may be several characters long
     * @param score probability (0..1) that this symbol stands here
     * @param firstStep first step, 0 on
     * @param lastStep last step, included
     */
    public record DecodedCharacter(String symbol, double score, int firstStep, int lastStep) {}

    /** A region code of the list and the probability that the plate is from there. */
    public record Region(String code, double score) {}

    /** Why a plate is refused. */
    public enum Rejection {
        STRICT_REGION,
        TEXT_FORMATS
    }
}

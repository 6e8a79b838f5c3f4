package io.matricula.recognition.region;

import java.util.BitSet;
import java.util.List;

/** A format as a tree: the part of regular expressions that describes regular languages without a parent in the text. */
sealed interface FormatNode {
    /** One character of a set. Bit c of {@code characters} stands for the character with index c in the {@link CharacterIndex}. */
    record OneOf(BitSet characters) implements FormatNode {}

    record Sequence(List<FormatNode> parts) implements FormatNode {}

    record Choice(List<FormatNode> options) implements FormatNode {}

    /** {@code most} is -1 where there is no limit. */
    record Repeat(FormatNode part, int least, int most) implements FormatNode {}

    /** What a look-ahead at the start of a format demands of the whole text: to begin like {@code start}, or not to. */
    record Condition(FormatNode start, boolean negated) {}

    /** A whole format: the text must match {@code main} in full and fulfil all conditions. */
    record Format(FormatNode main, List<Condition> conditions) {}
}

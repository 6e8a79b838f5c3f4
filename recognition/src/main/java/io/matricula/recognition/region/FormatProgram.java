package io.matricula.recognition.region;

import io.matricula.recognition.region.FormatNode.Choice;
import io.matricula.recognition.region.FormatNode.Condition;
import io.matricula.recognition.region.FormatNode.Format;
import io.matricula.recognition.region.FormatNode.OneOf;
import io.matricula.recognition.region.FormatNode.Repeat;
import io.matricula.recognition.region.FormatNode.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Formats as one nondeterministic automaton (Thompson 1968), built from the end to the start. An instruction consumes a character, forks, or ends a
 * part: the main part of a format or one of its conditions.
 */
final class FormatProgram {
    /** {@code allowed} set: consume one of these, go on at {@code next}. Else {@code part} >= 0: that part is matched. Else fork. */
    record Instruction(@Nullable BitSet allowed, int next, int other, int part) {}

    /** A part that must match, or (negated) must not, for format {@code format} to be fulfilled; a condition says nothing of where texts end. */
    record Part(int format, boolean condition, boolean negated) {}

    private final int limit;
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Integer> partOf = new ArrayList<>();
    private final List<Integer> entries = new ArrayList<>();
    private int formats;
    private int work;

    /** @param limit instructions and tree nodes that may be used up, against formats that explode when their repeats are written out */
    FormatProgram(int limit) {
        this.limit = limit;
    }

    /** @throws IllegalStateException if the limit is passed */
    void add(Format format, BitSet anyCharacter) {
        addPart(format.main(), false, false);
        for (Condition condition : format.conditions()) {
            FormatNode rest = new Repeat(new OneOf(anyCharacter), 0, -1);
            addPart(new Sequence(List.of(condition.start(), rest)), true, condition.negated());
        }
        formats++;
    }

    int formats() {
        return formats;
    }

    List<Part> parts() {
        return parts;
    }

    /** Part that an instruction belongs to. */
    int partOf(int instruction) {
        return partOf.get(instruction);
    }

    Instruction instruction(int index) {
        return instructions.get(index);
    }

    /** The different sets of characters that instructions consume. */
    Set<BitSet> tests() {
        Set<BitSet> tests = new LinkedHashSet<>();
        for (Instruction instruction : instructions) {
            if (instruction.allowed() != null) {
                tests.add(instruction.allowed());
            }
        }
        return tests;
    }

    /** Consuming and ending instructions that are reached before the first character. */
    int[] start() {
        BitSet reached = new BitSet();
        entries.forEach(entry -> follow(entry, reached));
        return consumingOrEnding(reached);
    }

    /** Consuming and ending instructions that are reached from {@code current} by a character. */
    int[] step(int[] current, int character) {
        BitSet reached = new BitSet();
        for (int index : current) {
            Instruction instruction = instructions.get(index);
            if (instruction.allowed() != null && instruction.allowed().get(character)) {
                follow(instruction.next(), reached);
            }
        }
        return consumingOrEnding(reached);
    }

    private int[] consumingOrEnding(BitSet reached) {
        int[] kept = new int[reached.cardinality()];
        int size = 0;
        for (int index = reached.nextSetBit(0); index >= 0; index = reached.nextSetBit(index + 1)) {
            Instruction instruction = instructions.get(index);
            if (instruction.allowed() != null || instruction.part() >= 0) {
                kept[size++] = index;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private void follow(int from, BitSet reached) {
        int[] pending = {from, 0, 0, 0};
        int size = 1;
        while (size > 0) {
            int index = pending[--size];
            Instruction instruction = instructions.get(index);
            if (!reached.get(index)) {
                reached.set(index);
                if (instruction.allowed() == null && instruction.part() < 0) {
                    pending = size + 2 > pending.length ? Arrays.copyOf(pending, 2 * pending.length) : pending;
                    pending[size++] = instruction.next();
                    pending[size++] = instruction.other();
                }
            }
        }
    }

    private void addPart(FormatNode node, boolean condition, boolean negated) {
        parts.add(new Part(formats, condition, negated));
        int end = emit(new Instruction(null, -1, -1, parts.size() - 1));
        entries.add(build(node, end));
    }

    private int build(FormatNode node, int next) {
        spend();
        if (node instanceof OneOf one) {
            return emit(new Instruction(one.characters(), next, -1, -1));
        } else if (node instanceof Sequence sequence) {
            int entry = next;
            for (int at = sequence.parts().size() - 1; at >= 0; at--) {
                entry = build(sequence.parts().get(at), entry);
            }
            return entry;
        } else if (node instanceof Choice choice) {
            int entry = build(choice.options().get(0), next);
            for (FormatNode option :
                    choice.options().subList(1, choice.options().size())) {
                entry = fork(entry, build(option, next));
            }
            return entry;
        }
        return repeat((Repeat) node, next);
    }

    private int repeat(Repeat repeat, int next) {
        int entry = next;
        if (repeat.most() < 0) {
            int loop = fork(next, next);
            int body = build(repeat.part(), loop);
            instructions.set(loop, new Instruction(null, body, next, -1));
            entry = loop;
        } else {
            for (int extra = repeat.least(); extra < repeat.most(); extra++) {
                entry = fork(build(repeat.part(), entry), next);
            }
        }
        for (int needed = 0; needed < repeat.least(); needed++) {
            entry = build(repeat.part(), entry);
        }
        return entry;
    }

    private int fork(int next, int other) {
        return emit(new Instruction(null, next, other, -1));
    }

    private int emit(Instruction instruction) {
        spend();
        instructions.add(instruction);
        partOf.add(parts.size() - 1);
        return instructions.size() - 1;
    }

    private void spend() {
        if (++work > limit) {
            throw new IllegalStateException("too large when its repeats are written out");
        }
    }
}

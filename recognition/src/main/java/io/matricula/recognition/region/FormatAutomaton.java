package io.matricula.recognition.region;

import java.nio.IntBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Many formats as one deterministic automaton over the reader's symbols. States are made when they are first reached (as in RE2), so that only the
 * part of the automaton exists that real plates need, and no format can take exponential time or space. Safe for any number of threads.
 */
public final class FormatAutomaton {
    /** What is known after a prefix. Two equal prefixes give the same object. */
    public static final class State {
        private final int[] instructions;
        private final BitSet accepted;
        private final BitSet reachable;
        // Written without a lock: a state's own fields are final, so a racing reader sees null or a whole state.
        private final @Nullable State[] next;

        private State(int[] instructions, BitSet accepted, BitSet reachable, int symbolClasses) {
            this.instructions = instructions;
            this.accepted = accepted;
            this.reachable = reachable;
            this.next = new State[symbolClasses];
        }

        /** Whether the prefix is a text of this format. */
        public boolean accepts(int format) {
            return accepted.get(format);
        }

        /** Whether the prefix is a text of one of these formats. */
        public boolean acceptsAny(BitSet formats) {
            return accepted.intersects(formats);
        }

        /** Whether the prefix may go on to be a text of one of these formats, or is one. Conditions may still refuse it later. */
        public boolean mayReachAny(BitSet formats) {
            return reachable.intersects(formats);
        }

        BitSet accepted() {
            return accepted;
        }
    }

    private static final int LIMIT = 60_000;
    private static final int LIMIT_FOR_REQUESTS = 3_000;

    private final FormatProgram program;
    private final CharacterIndex characters;
    private final SymbolClasses classes;
    private final Map<IntBuffer, State> states = new ConcurrentHashMap<>();
    private final State start;

    private FormatAutomaton(FormatProgram program, CharacterIndex characters) {
        this.program = program;
        this.characters = characters;
        this.classes = new SymbolClasses(characters, program.tests());
        this.start = state(program.start());
    }

    /**
     * Compiles formats that come from outside, within bounds on their size.
     *
     * @param symbols the reader's symbols; the format's language is over these
     * @throws FormatSyntaxException if one is not supported or all are too large together
     */
    public static FormatAutomaton ofRequest(List<String> formats, List<String> symbols) {
        return compile(formats, new CharacterIndex(symbols), LIMIT_FOR_REQUESTS);
    }

    static FormatAutomaton of(List<String> formats, CharacterIndex characters) {
        return compile(formats, characters, LIMIT);
    }

    private static FormatAutomaton compile(List<String> formats, CharacterIndex characters, int limit) {
        FormatProgram program = new FormatProgram(limit);
        for (String format : formats) {
            try {
                program.add(FormatSyntax.parse(format, characters), characters.where(any -> true));
            } catch (IllegalStateException tooLarge) {
                throw new FormatSyntaxException(format, String.valueOf(tooLarge.getMessage()));
            }
        }
        return new FormatAutomaton(program, characters);
    }

    /** The state of the empty prefix. */
    public State start() {
        return start;
    }

    /** The state after one more symbol. */
    public State next(State state, int symbol) {
        int symbolClass = classes.of(symbol);
        State next = state.next[symbolClass];
        if (next == null) {
            int[] instructions = state.instructions;
            for (int character : characters.ofSymbol(symbol)) {
                instructions = program.step(instructions, character);
            }
            next = state(instructions);
            state.next[symbolClass] = next;
        }
        return next;
    }

    /** The state after these symbols. */
    public State after(int[] text) {
        State state = start;
        for (int symbol : text) {
            state = next(state, symbol);
        }
        return state;
    }

    /** All formats, for {@link State#acceptsAny} and {@link State#mayReachAny}. */
    public BitSet all() {
        BitSet all = new BitSet(program.formats());
        all.set(0, program.formats());
        return all;
    }

    /** Symbols that all formats treat alike. */
    SymbolClasses classes() {
        return classes;
    }

    int states() {
        return states.size();
    }

    private State state(int[] instructions) {
        return states.computeIfAbsent(IntBuffer.wrap(instructions), key -> make(instructions));
    }

    private State make(int[] instructions) {
        BitSet matched = new BitSet();
        BitSet reachable = new BitSet();
        for (int index : instructions) {
            int part = program.partOf(index);
            if (program.instruction(index).part() >= 0) {
                matched.set(part);
            }
            if (!program.parts().get(part).condition()) {
                reachable.set(program.parts().get(part).format());
            }
        }
        return new State(instructions, fulfilled(matched), reachable, classes.size());
    }

    /** Formats all of whose parts are as they must be. */
    private BitSet fulfilled(BitSet matchedParts) {
        BitSet fulfilled = new BitSet();
        List<FormatProgram.Part> parts = program.parts();
        matchedParts.stream().forEach(part -> fulfilled.set(parts.get(part).format()));
        for (int part = 0; part < parts.size(); part++) {
            if (matchedParts.get(part) == parts.get(part).negated()) {
                fulfilled.clear(parts.get(part).format());
            }
        }
        return fulfilled;
    }
}

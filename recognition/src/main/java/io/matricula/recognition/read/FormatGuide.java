package io.matricula.recognition.read;

import io.matricula.recognition.region.FormatAutomaton;
import io.matricula.recognition.region.FormatAutomaton.State;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Texts that fit one of some formats of an automaton. Immutable. */
record FormatGuide(FormatAutomaton automaton, BitSet allowed) {
    State start() {
        return automaton.start();
    }

    /** The state after one more symbol, or null if no allowed text goes on like that. */
    @Nullable
    State next(State state, int symbol) {
        State next = automaton.next(state, symbol);
        return next.mayReachAny(allowed) ? next : null;
    }

    boolean accepts(State state) {
        return state.acceptsAny(allowed);
    }

    boolean accepts(int[] text) {
        return accepts(automaton.after(text));
    }
}

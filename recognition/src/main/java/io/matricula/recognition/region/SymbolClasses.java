package io.matricula.recognition.region;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Symbols that no instruction of a program tells apart: an automaton needs one transition for each class instead of one for each symbol. */
final class SymbolClasses {
    private final int[] classOf;
    private final List<List<Integer>> members = new ArrayList<>();

    SymbolClasses(CharacterIndex characters, Iterable<BitSet> tests) {
        classOf = new int[characters.symbols()];
        Map<List<Object>, Integer> known = new HashMap<>();
        for (int symbol = 0; symbol < classOf.length; symbol++) {
            List<Object> signature = signature(symbol, characters.ofSymbol(symbol), tests);
            classOf[symbol] = known.computeIfAbsent(signature, key -> {
                members.add(new ArrayList<>());
                return members.size() - 1;
            });
            members.get(classOf[symbol]).add(symbol);
        }
    }

    private static List<Object> signature(int symbol, int[] characters, Iterable<BitSet> tests) {
        if (characters.length != 1) {
            return List.of(symbol);
        }
        List<Object> signature = new ArrayList<>();
        tests.forEach(test -> signature.add(test.get(characters[0])));
        return signature;
    }

    int size() {
        return members.size();
    }

    int of(int symbol) {
        return classOf[symbol];
    }

    /** All symbols of a class. */
    List<Integer> members(int symbolClass) {
        return members.get(symbolClass);
    }
}

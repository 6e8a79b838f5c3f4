package io.matricula.recognition.region;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** The characters that a reader's symbols are made of, numbered from 0 in the order of their first appearance. */
final class CharacterIndex {
    private final String characters;
    private final int[][] bySymbol;

    CharacterIndex(List<String> symbols) {
        StringBuilder found = new StringBuilder();
        symbols.forEach(symbol -> symbol.chars()
                .filter(each -> found.indexOf(String.valueOf((char) each)) < 0)
                .forEach(each -> found.append((char) each)));
        characters = found.toString();
        bySymbol = symbols.stream()
                .map(symbol -> symbol.chars().map(characters::indexOf).toArray())
                .toArray(int[][]::new);
    }

    /** Indices of the characters of a symbol. */
    int[] ofSymbol(int symbol) {
        return bySymbol[symbol];
    }

    int symbols() {
        return bySymbol.length;
    }

    /** The characters whose upper or lower case a format allows. */
    BitSet where(IntPredicate allowed) {
        BitSet set = new BitSet(characters.length());
        for (int at = 0; at < characters.length(); at++) {
            char character = characters.charAt(at);
            if (allowed.test(character)
                    || allowed.test(Character.toLowerCase(character))
                    || allowed.test(Character.toUpperCase(character))) {
                set.set(at);
            }
        }
        return set;
    }
}

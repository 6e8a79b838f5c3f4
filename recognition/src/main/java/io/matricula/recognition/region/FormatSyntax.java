package io.matricula.recognition.region;

import io.matricula.recognition.region.FormatNode.Choice;
import io.matricula.recognition.region.FormatNode.Condition;
import io.matricula.recognition.region.FormatNode.Format;
import io.matricula.recognition.region.FormatNode.OneOf;
import io.matricula.recognition.region.FormatNode.Repeat;
import io.matricula.recognition.region.FormatNode.Sequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Parses regular expressions as far as plate formats need them: characters, {@code .}, classes, {@code \d \w \s}, groups, alternatives, the
 * quantifiers {@code ? * + {n} {n,} {n,m}}, and look-aheads at the very start. Case does not matter, and {@code ^} and {@code $} around the whole are
 * allowed but say nothing, since texts are always matched in full.
 *
 * <p>Characters that the reader has no symbol for stand for nothing: separators, and the province character of a Chinese plate to a reader of Latin
 * letters. So a format matches the text as this reader would give it.
 */
final class FormatSyntax {
    private static final int LONGEST = 500;
    private static final int MOST_REPEATS = 100;
    private static final int DEEPEST = 50;

    private final String format;
    private final CharacterIndex characters;
    private int at;
    private int depth;

    private FormatSyntax(String format, CharacterIndex characters) {
        this.format = format;
        this.characters = characters;
    }

    static Format parse(String format, CharacterIndex characters) {
        FormatSyntax syntax = new FormatSyntax(format, characters);
        if (format.length() > LONGEST) {
            throw syntax.refused("longer than " + LONGEST + " characters");
        }
        return syntax.whole();
    }

    private Format whole() {
        accept("^");
        List<Condition> conditions = new ArrayList<>();
        while (format.startsWith("(?=", at) || format.startsWith("(?!", at)) {
            boolean negated = format.charAt(at + 2) == '!';
            at += 3;
            conditions.add(new Condition(choice(), negated));
            expect(')');
        }
        FormatNode main = choice();
        if (at < format.length()) {
            throw refused("unexpected '" + format.charAt(at) + "' at place " + (at + 1));
        }
        return new Format(main, conditions);
    }

    private FormatNode choice() {
        if (++depth > DEEPEST) {
            throw refused("groups nested deeper than " + DEEPEST);
        }
        List<FormatNode> options = new ArrayList<>();
        do {
            options.add(sequence());
        } while (accept("|"));
        depth--;
        return options.size() == 1 ? options.get(0) : new Choice(options);
    }

    private FormatNode sequence() {
        List<FormatNode> parts = new ArrayList<>();
        while (at < format.length() && "|)".indexOf(format.charAt(at)) < 0 && !endAnchor()) {
            parts.add(repeated(atom()));
        }
        return new Sequence(parts);
    }

    private boolean endAnchor() {
        return at == format.length() - 1 && accept("$");
    }

    private FormatNode atom() {
        char character = format.charAt(at++);
        return switch (character) {
            case '(' -> group();
            case '[' -> characterClass();
            case '.' -> oneOf(any -> true);
            case '\\' -> oneOf(escaped());
            case '*', '+', '?', '{', ')', ']', '}', '^', '$' ->
                throw refused("unexpected '" + character + "' at place " + at);
            default -> oneOf(only(character));
        };
    }

    private FormatNode group() {
        if (format.startsWith("?", at) && !accept("?:")) {
            throw refused(
                    "look-around and other (?...) constructs are supported only as (?=...) and (?!...) at the start");
        }
        FormatNode inside = choice();
        expect(')');
        return inside;
    }

    private FormatNode characterClass() {
        boolean negated = accept("^");
        IntPredicate members = none -> false;
        boolean first = true;
        while (first || !format.startsWith("]", at)) {
            first = false;
            members = members.or(classMember());
        }
        at++;
        BitSet allowed = characters.where(members);
        if (negated) {
            BitSet all = characters.where(any -> true);
            all.andNot(allowed);
            return new OneOf(all);
        }
        return oneOf(members);
    }

    private IntPredicate classMember() {
        char from = next();
        if (from == '[' || format.startsWith("&&", at - 1)) {
            throw refused("classes within classes are not supported");
        }
        if (from == '\\') {
            return escaped();
        }
        boolean range = format.startsWith("-", at) && at + 1 < format.length() && format.charAt(at + 1) != ']';
        if (!range) {
            return only(from);
        }
        at++;
        char to = next();
        if (to < from) {
            throw refused("range " + from + "-" + to + " runs backwards");
        }
        return character -> character >= from && character <= to;
    }

    private IntPredicate escaped() {
        char escaped = next();
        return switch (escaped) {
            case 'd' -> Character::isDigit;
            case 'D' -> character -> !Character.isDigit(character);
            case 'w' -> character -> Character.isLetterOrDigit(character) || character == '_';
            case 's' -> Character::isWhitespace;
            case 'S' -> character -> !Character.isWhitespace(character);
            default -> {
                if (Character.isLetterOrDigit(escaped)) {
                    throw refused("\\" + escaped + " is not supported");
                }
                yield only(escaped);
            }
        };
    }

    private FormatNode repeated(FormatNode part) {
        FormatNode result = part;
        while (at < format.length() && "?*+{".indexOf(format.charAt(at)) >= 0) {
            result = switch (format.charAt(at++)) {
                case '?' -> new Repeat(result, 0, 1);
                case '*' -> new Repeat(result, 0, -1);
                case '+' -> new Repeat(result, 1, -1);
                default -> counted(result);
            };
            accept("?"); // Lazy or greedy: the language is the same.
        }
        return result;
    }

    private FormatNode counted(FormatNode part) {
        int least = number();
        int most = least;
        if (accept(",")) {
            most = format.startsWith("}", at) ? -1 : number();
        }
        expect('}');
        if (most >= 0 && most < least) {
            throw refused("{%d,%d} runs backwards".formatted(least, most));
        }
        return new Repeat(part, least, most);
    }

    private int number() {
        int from = at;
        while (at < format.length() && at - from < 4 && Character.isDigit(format.charAt(at))) {
            at++;
        }
        int number = at == from ? -1 : Integer.parseInt(format, from, at, 10);
        if (number < 0 || number > MOST_REPEATS) {
            throw refused("a repeat count must be a number from 0 to " + MOST_REPEATS);
        }
        return number;
    }

    private FormatNode oneOf(IntPredicate allowed) {
        BitSet readable = characters.where(allowed);
        return readable.isEmpty() ? new Sequence(List.of()) : new OneOf(readable);
    }

    private static IntPredicate only(char single) {
        return character -> character == single;
    }

    private char next() {
        if (at == format.length()) {
            throw refused("ends too early");
        }
        return format.charAt(at++);
    }

    private boolean accept(String expected) {
        boolean present = format.startsWith(expected, at);
        if (present) {
            at += expected.length();
        }
        return present;
    }

    private void expect(char expected) {
        if (!accept(String.valueOf(expected))) {
            throw refused("'" + expected + "' is missing at place " + (at + 1));
        }
    }

    private FormatSyntaxException refused(String reason) {
        return new FormatSyntaxException(format, reason);
    }
}

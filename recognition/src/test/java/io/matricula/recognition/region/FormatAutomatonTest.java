package io.matricula.recognition.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatAutomatonTest {
    private static final List<String> SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            .chars()
            .mapToObj(each -> String.valueOf((char) each))
            .toList();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    [A-Z]{3}[0-9]{4};           ABC1234; ABC123
                    [0-9][0-9][0-9][a-z][a-z];  123AB;   123A1
                    ^[A-Z]{2}-?\\d+$;           AB1;     A1
                    (?:AB|C)D*;                 CDDD;    BD
                    [^0-9]{2};                  XY;      X1
                    A.B;                        A7B;     AB
                    A{2,}1{1,2}?;               AAA11;   A1
                    (?=.*[0-9])[A-Z0-9]{3};     A1B;     ABC
                    (?!AB)[A-Z]{3};             BAC;     ABC
                    [a-c]{3}-\\d{3} ?x;         ABC123X; ABC123
                    |A;                         A;       B
                    """)
    void format_text_matchesInFull(String format, String fitting, String other) {
        assertThat(matches(format, fitting)).isTrue();
        assertThat(matches(format, other)).isFalse();
    }

    @Test
    void patternsOfTheList_randomTexts_matchAsByTheJdk() {
        Random random = new Random(5);
        List<String> patterns = RegionFormats.load().all().stream()
                .flatMap(region -> region.formats().stream())
                .map(Region.Format::pattern)
                .filter(pattern -> pattern.chars().allMatch(each -> each < 128))
                .distinct()
                .toList();
        FormatAutomaton automaton = FormatAutomaton.of(patterns, new CharacterIndex(SYMBOLS));
        List<Pattern> compiled = patterns.stream().map(Pattern::compile).toList();
        for (int round = 0; round < 3_000; round++) {
            String text = random(random, 2 + random.nextInt(7));
            FormatAutomaton.State state = automaton.after(symbols(text));
            for (int format = 0; format < patterns.size(); format++) {
                assertThat(state.accepts(format))
                        .as("%s on %s", patterns.get(format), text)
                        .isEqualTo(compiled.get(format).matcher(text).matches());
            }
        }
    }

    @Test
    void examplesOfTheList_everyPrefix_mayGoOn() {
        FormatAutomaton automaton =
                FormatAutomaton.of(List.of("[A-Z]{3}[0-9]{4}", "[0-9]{3}[A-Z]{3}"), new CharacterIndex(SYMBOLS));
        assertThat(automaton.after(symbols("ABC1")).mayReachAny(automaton.all()))
                .isTrue();
        assertThat(automaton.after(symbols("AB1")).mayReachAny(automaton.all())).isFalse();
    }

    @Test
    void symbolOfSeveralCharacters_isOneStep() {
        FormatAutomaton automaton = FormatAutomaton.of(
                List.of("[0-9]{1,3}(TN|تونس)?[0-9]{1,4}"), new CharacterIndex(List.of("1", "تونس", "T", "N")));
        assertThat(automaton.after(new int[] {0, 1, 0}).accepts(0)).isTrue();
        assertThat(automaton.after(new int[] {0, 2, 3, 0}).accepts(0)).isTrue();
        assertThat(automaton.after(new int[] {1, 0}).accepts(0)).isFalse();
    }

    @Test
    void characterTheReaderLacks_standsForNothing() {
        assertThat(matches("[一-鿿][A-HJ-NP-Z][A-HJ-NP-Z0-9]{5}", "A12345")).isTrue();
        assertThat(matches("[0-9]{2,3}[가-힣][0-9]{4}", "1234567")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[A-Z",
                "A)",
                "(A",
                "*A",
                "A{2",
                "A{3,2}",
                "A{1000}",
                "\\1",
                "\\p{L}",
                "(?<n>A)",
                "A(?=B)",
                "[Z-A]",
                "[a&&[b]]",
                "[]",
                "\\",
                "((((A{100}){100}){100}){100})",
                "((((){100}){100}){100}){100}",
                "A$B"
            })
    @Timeout(5)
    void format_notSupported_isRefusedByName(String format) {
        assertThatThrownBy(() -> FormatAutomaton.ofRequest(List.of(format), SYMBOLS))
                .isInstanceOf(FormatSyntaxException.class)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(format);
    }

    @Test
    void format_veryLongOrDeep_isRefused() {
        for (String format : List.of("A".repeat(10_000), "(".repeat(400) + ")".repeat(400))) {
            assertThatThrownBy(() -> FormatAutomaton.ofRequest(List.of(format), SYMBOLS))
                    .isInstanceOf(FormatSyntaxException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(A+)+B", "(A|A)*B", "(A*)*B", "(.*)*A(.*)*", "[AB]*A[AB]{50}", "((A?){50}A){10}"})
    @Timeout(5)
    void format_catastrophicForBacktracking_isMatchedQuickly(String format) {
        FormatAutomaton automaton = FormatAutomaton.ofRequest(List.of(format), SYMBOLS);
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int[] text =
                    IntStream.range(0, 60).map(each -> 10 + random.nextInt(2)).toArray();
            assertThat(automaton.after(text)).isNotNull();
        }
    }

    @Test
    void automaton_manyThreads_agree() throws Exception {
        FormatAutomaton automaton = FormatAutomaton.of(
                List.of("[A-Z]{3}[0-9]{4}", "[A-Z]{2}[0-9]{2}[A-Z]{3}"), new CharacterIndex(SYMBOLS));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Long> work = () -> {
                Random random = new Random(3);
                return IntStream.range(0, 20_000)
                        .filter(round ->
                                automaton.after(symbols(random(random, 7))).acceptsAny(automaton.all()))
                        .count();
            };
            List<Future<Long>> counts = threads.invokeAll(List.of(work, work, work, work, work, work, work, work));
            long expected = work.call();
            for (Future<Long> count : counts) {
                assertThat(count.get()).isEqualTo(expected).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void statesOfTheList_afterManyTexts_areFew() {
        FormatPrior prior = new FormatPrior(RegionFormats.load(), SYMBOLS, List.of("unknown"), FormatTuning.fitted());
        Random random = new Random(9);
        for (int round = 0; round < 20_000; round++) {
            prior.automaton().after(symbols(random(random, 3 + random.nextInt(7))));
        }
        assertThat(prior.automaton().states()).isLessThan(30_000);
    }

    private static boolean matches(String format, String text) {
        return FormatAutomaton.ofRequest(List.of(format), SYMBOLS)
                .after(symbols(text))
                .accepts(0);
    }

    private static int[] symbols(String text) {
        return Arrays.stream(text.split("")).mapToInt(SYMBOLS::indexOf).toArray();
    }

    /** Texts that change between letters and digits seldom, so that many fit a format. */
    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        boolean digit = random.nextBoolean();
        for (int at = 0; at < length; at++) {
            digit ^= random.nextInt(3) == 0;
            text.append(SYMBOLS.get(digit ? random.nextInt(10) : 10 + random.nextInt(26)));
        }
        return text.toString();
    }
}

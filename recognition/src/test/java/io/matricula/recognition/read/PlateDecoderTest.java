package io.matricula.recognition.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.matricula.recognition.read.Decoded.Candidate;
import io.matricula.recognition.read.Decoded.DecodedCharacter;
import io.matricula.recognition.read.Decoded.Rejection;
import io.matricula.recognition.region.RegionFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateDecoderTest {
    private static final List<String> CLASSES = List.of("us", "br", "gb", "de", "unknown");
    private static final float[] NO_EVIDENCE = evidence("unknown");
    private static final PlateDecoder DECODER =
            new PlateDecoder(CtcSketch.ALPHABET, CtcSketch.BLANK, CLASSES, RegionFormats.load());

    @ParameterizedTest
    @CsvSource({
        "'ABC123{O:.7,0:.3}',        ABC1230, Brazil before 2018 and many US states",
        "'AB1{O:.6,0:.4}3CD',        AB103CD, France and Italy",
        "'ABC1{0:.6,O:.4}23',        ABC1023, digit between digits",
        "'AB12C{0:.7,O:.3}E',        AB12COE, Britain",
        "'ABC{8:.6,B:.4}12',         ABC812,  three and three",
        "'1234{8:.6,B:.4}CD',        1234BCD, Spain",
        "'BA{B:.6,8:.4}1234',        BAB1234, Germany",
        "'AB{I:.7,1:.3}{2:.6,Z:.4}3CD', AB123CD, France and Italy",
        "'A{5:.6,S:.4}C1234',        ASC1234, five and S",
    })
    void reading_ambiguousGlyph_isSettledByTheOnlyFormat(String sketch, String text, String where) {
        Decoded decoded = decode(sketch);
        assertThat(decoded.text()).as(where).isEqualTo(text);
        assertThat(decoded.formatMatched()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'W{O:.7,0:.3}{O:.8,0:.2}DBINE', WOODBINE", "'{I:.6,1:.4}L{O:.6,0:.4}VE', ILOVE", "RHOMBUS, RHOMBUS"})
    void reading_chosenText_keepsTheGlyphs(String sketch, String text) {
        Decoded decoded = decode(sketch);
        assertThat(decoded.text()).isEqualTo(text);
        assertThat(decoded.formatMatched()).isFalse();
    }

    @Test
    void reading_veryClearGlyph_isNotBentToAFormat() {
        assertThat(decode("ABC12O4", "br").text()).isEqualTo("ABC12O4");
        assertThat(decode("ABC12{O:.999,0:.001}4").text()).isEqualTo("ABC12O4");
    }

    @Test
    void hint_ambiguousGlyph_isSettledByItsFormats() {
        String sketch = "ABC1{0:.6,O:.4}23";
        assertThat(decode(sketch, "br").text()).isEqualTo(decode(sketch).text());
        assertThat(decode("AB12{O:.5,0:.5}{O:.5,0:.5}{O:.5,0:.5}", "gb").text()).isEqualTo("AB12OOO");
        assertThat(decode("AB12{O:.5,0:.5}{O:.5,0:.5}{O:.5,0:.5}", "no").text()).isEqualTo("AB12000");
    }

    @Test
    void hint_wrongForAClearPlate_changesNothing() {
        for (String region : List.of("br", "de", "jp", "us-ca", "fr")) {
            Decoded decoded = decode("AB12CDE", region);
            assertThat(decoded.text()).isEqualTo("AB12CDE");
            assertThat(decoded.score()).isGreaterThan(0.99);
        }
    }

    @Test
    void hint_country_coversItsStates() {
        assertThat(decode("AB12{1:.6,I:.4}45", "us").regions().get(0).code()).startsWith("us");
        assertThat(decode("T123456C", "us").regions().get(0).code()).isEqualTo("us-ny");
        assertThat(decode("1ABC234", "us-ca").regions().get(0).code()).isEqualTo("us-ca");
        assertThat(decode("ABC1234", "us").regions().get(0).code()).isEqualTo("us");
    }

    @Test
    void region_visualEvidence_chooses() {
        assertThat(decode("ABC1234", evidence("br"), DecodingOptions.NONE)
                        .regions()
                        .get(0)
                        .code())
                .isEqualTo("br");
        assertThat(decode("ABC1234", evidence("us"), DecodingOptions.NONE)
                        .regions()
                        .get(0)
                        .code())
                .isEqualTo("us");
    }

    @Test
    void region_visualEvidence_settlesAmbiguousGlyphs() {
        String sketch = "{O:.6,0:.4}ABC123";
        assertThat(decode(sketch, evidence("us"), DecodingOptions.NONE).text()).isEqualTo("0ABC123");
        sketch = "AB{0:.6,O:.4}1234";
        assertThat(decode(sketch, evidence("br"), DecodingOptions.NONE).text()).isEqualTo("ABO1234");
    }

    @Test
    void region_nothingKnown_isUnknownWithALowScore() {
        Decoded decoded = decode("A1B2C3D4E5F6");
        assertThat(decoded.regions()).hasSize(1);
        assertThat(decoded.regions().get(0).code()).isEqualTo("unknown");
        assertThat(decoded.regions().get(0).score()).isLessThan(0.2);
    }

    @Test
    void strict_textOutsideTheRegion_isRejected() {
        Decoded decoded = strict("AB12CDE", List.of(), "br");
        assertThat(decoded.rejectedBy()).isEqualTo(Rejection.STRICT_REGION);
        assertThat(decoded.text()).isEqualTo("AB12CDE");
        assertThat(decoded.formatMatched()).isFalse();
    }

    @Test
    void strict_fittingTextAmongTheUnlikelier_isFound() {
        Decoded decoded = strict("ABC1{D:.55,0:.3,O:.15}2{B:.8,8:.2}", List.of(), "br");
        assertThat(decoded.rejectedBy()).isNull();
        assertThat(decoded.text()).isEqualTo("ABC1D28");
        assertThat(decoded.candidates())
                .extracting(Candidate::text)
                .allMatch(text -> text.matches("[A-Z]{3}[0-9][A-Z0-9][0-9]{2}"));
        assertThat(decoded.score()).isBetween(0.3, 0.95);
    }

    @Test
    void strict_regionWithoutKnownFormats_letsAllPass() {
        assertThat(strict("AB12CDE", List.of(), "ag").rejectedBy()).isNull();
        assertThat(strict("AB12CDE", List.of()).rejectedBy()).isNull();
        assertThat(strict("AB12CDE", List.of(), "nowhere").rejectedBy()).isNull();
    }

    @Test
    void textFormats_withoutStrict_guide() {
        DecodingOptions options = new DecodingOptions(List.of(), false, List.of("[0-9][0-9][0-9][a-z][a-z]"));
        assertThat(decode("12{B:.9,8:.1}A{8:.8,B:.2}", NO_EVIDENCE, options).text())
                .isEqualTo("128AB");
        Decoded other = decode("XYZ99", NO_EVIDENCE, options);
        assertThat(other.text()).isEqualTo("XYZ99");
        assertThat(other.rejectedBy()).isNull();
        assertThat(other.formatMatched()).isFalse();
    }

    @Test
    void textFormats_withStrict_filter() {
        List<String> formats = List.of("[0-9]{3}[a-z]{2}", "x.+");
        assertThat(strict("12{B:.9,8:.1}AB", formats).text()).isEqualTo("128AB");
        assertThat(strict("XABC", formats).rejectedBy()).isNull();
        assertThat(strict("ABC12", formats).rejectedBy()).isEqualTo(Rejection.TEXT_FORMATS);
        assertThat(strict("123AB", formats, "br").rejectedBy()).isEqualTo(Rejection.STRICT_REGION);
    }

    @Test
    void textFormats_invalid_isNamed() {
        assertThatThrownBy(() -> DECODER.rules(new DecodingOptions(List.of(), false, List.of("[0-9]", "(oops"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(oops");
    }

    @Test
    void regions_unknownCodes_areReturnedAsWritten() {
        DecodingRules rules = DECODER.rules(new DecodingOptions(List.of("FR", "Atlantis", "us_ca"), false, List.of()));
        assertThat(rules.unknownRegions()).containsExactly("Atlantis");
    }

    @Test
    void scores_ofOneGlyph_areTheReadersWhereFormatsSayNothing() {
        Decoded decoded = decode("HELL{D:.8,P:.2}");
        assertThat(decoded.score()).isCloseTo(0.8, within(0.01));
        assertThat(decoded.candidates()).extracting(Candidate::text).startsWith("HELLD", "HELLP");
        assertThat(decoded.characters()).extracting(DecodedCharacter::symbol).containsExactly("H", "E", "L", "L", "D");
        assertThat(decoded.characters().get(0).score()).isCloseTo(1, within(0.01));
        assertThat(decoded.characters().get(4).score()).isCloseTo(0.8, within(0.01));
        assertThat(decoded.characters().get(4).firstStep()).isEqualTo(9);
    }

    @Test
    void scores_lostGlyph_doesNotSpoilItsNeighbours() {
        List<DecodedCharacter> characters = decode("HE{L:.6,_:.4}PXY").characters();
        assertThat(characters.get(1).score()).isGreaterThan(0.95);
        assertThat(characters.get(4).score()).isGreaterThan(0.95);
    }

    @Test
    void candidates_unreadablePlate_addUpToAtMostOne() {
        Decoded decoded =
                decode("{A:.3,4:.3,H:.2}{B:.3,8:.3,R:.3}{O:.3,0:.3,Q:.3}{1:.4,I:.3,T:.2}{5:.5,S:.4}{Z:.4,2:.3,7:.3}");
        assertThat(decoded.candidates().stream().mapToDouble(Candidate::score).sum())
                .isLessThanOrEqualTo(1 + 1e-9);
        assertThat(decoded.candidates().get(0)).isEqualTo(new Candidate(decoded.text(), decoded.score()));
        assertThat(decoded.candidates()).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(decoded.score()).isLessThan(0.6);
    }

    @Test
    void emptyPlate_hasNoCandidates() {
        Decoded decoded = decode("");
        assertThat(decoded.text()).isEmpty();
        assertThat(decoded.candidates()).isEmpty();
        assertThat(decoded.characters()).isEmpty();
        assertThat(decoded.regions()).isNotEmpty();
    }

    @Test
    void output_thatIsNoNumber_isAnEmptyPlate() {
        CtcOutput output = CtcSketch.of("AB12");
        for (int at = 0; at < output.values().limit(); at++) {
            output.values().put(at, Float.NaN);
        }
        Decoded decoded = DECODER.decode(output, NO_EVIDENCE, DECODER.rules(DecodingOptions.NONE));
        assertThat(decoded.text()).isEmpty();
        assertThat(decoded.score()).isZero();
        assertThat(decoded.candidates()).isEmpty();
    }

    @Test
    void hint_stateWithoutFormatsOfItsOwn_hasThoseOfItsCountry() {
        Decoded decoded = strict("1234567", List.of(), "pe-lim");
        assertThat(decoded.rejectedBy()).isEqualTo(Rejection.STRICT_REGION);
        decoded = strict("ABC123", List.of(), "pe_lim");
        assertThat(decoded.rejectedBy()).isNull();
        assertThat(decoded.score()).isGreaterThan(0.99);
        assertThat(decoded.regions().get(0).code()).startsWith("pe");
    }

    @Test
    void output_inTheMiddleOfABuffer_isReadThere() {
        CtcOutput alone = CtcSketch.of("AB12CDE");
        java.nio.FloatBuffer batch =
                java.nio.FloatBuffer.allocate(100 + alone.values().limit());
        batch.put(100, alone.values(), 0, alone.values().limit());
        CtcOutput view = new CtcOutput(batch, 100, alone.steps(), alone.symbols());
        DecodingRules rules = DECODER.rules(DecodingOptions.NONE);
        assertThat(DECODER.decode(view, NO_EVIDENCE, rules)).isEqualTo(DECODER.decode(alone, NO_EVIDENCE, rules));
        assertThatThrownBy(() -> new CtcOutput(batch, 101, alone.steps(), alone.symbols()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void decoder_manyThreads_giveTheSame() throws Exception {
        List<String> sketches =
                List.of("AB{0:.7,O:.3}1234", "AB12C{0:.7,O:.3}E", "G{O:.7,0:.3}{O:.8,0:.2}DNESS", "{O:.6,0:.4}ABC123");
        PlateDecoder fresh = new PlateDecoder(CtcSketch.ALPHABET, CtcSketch.BLANK, CLASSES, RegionFormats.load());
        Callable<List<Decoded>> work = () -> {
            List<Decoded> all = new ArrayList<>();
            for (int round = 0; round < 50; round++) {
                sketches.forEach(sketch ->
                        all.add(fresh.decode(CtcSketch.of(sketch), NO_EVIDENCE, fresh.rules(DecodingOptions.NONE))));
            }
            return all;
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<Decoded>>> results =
                    threads.invokeAll(List.of(work, work, work, work, work, work, work, work));
            List<Decoded> expected = work.call();
            for (Future<List<Decoded>> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Decoded decode(String sketch, String... regions) {
        return decode(sketch, NO_EVIDENCE, new DecodingOptions(List.of(regions), false, List.of()));
    }

    private static Decoded strict(String sketch, List<String> textFormats, String... regions) {
        return decode(sketch, NO_EVIDENCE, new DecodingOptions(List.of(regions), true, textFormats));
    }

    private static Decoded decode(String sketch, float[] evidence, DecodingOptions options) {
        return DECODER.decode(CtcSketch.of(sketch), evidence, DECODER.rules(options));
    }

    private static float[] evidence(String region) {
        float[] logarithms = new float[CLASSES.size()];
        java.util.Arrays.fill(logarithms, (float) Math.log(0.01));
        logarithms[CLASSES.indexOf(region)] = (float) Math.log(0.96);
        return logarithms;
    }
}

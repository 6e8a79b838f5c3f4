package io.matricula.recognition.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matricula.recognition.region.RegionBelief.Scored;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionBeliefTest {
    private static final List<String> SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            .chars()
            .mapToObj(each -> String.valueOf((char) each))
            .toList();
    private static final List<String> CLASSES = List.of("eu", "us", "us-ca", "unknown");
    private final RegionFormats formats = RegionFormats.load();
    private final FormatPrior prior = new FormatPrior(formats, SYMBOLS, CLASSES, FormatTuning.fitted());

    @Test
    void weight_moreSpecificFormat_isLarger() {
        RegionBelief world = prior.belief(new float[0], List.of(), false);
        assertThat(weight(world, "ABC1234")).isGreaterThan(10 * weight(world, "A1B2C34"));
        assertThat(weight(world, "GOODNITE")).isGreaterThan(weight(world, "G00DN1TE"));
    }

    @Test
    void weight_freeFormatOfARegion_saysNothing() {
        RegionBelief malta = prior.belief(new float[0], List.of(region("mt")), true);
        double mixed = weight(malta, "A1B2C3D") / weight(malta, "A1B2C3E");
        assertThat(mixed).isEqualTo(1);
        assertThat(weight(malta, "ABC123")).isGreaterThan(weight(malta, "AB12C3"));
    }

    @Test
    void weight_hintedRegion_isRaised() {
        RegionBelief world = prior.belief(new float[0], List.of(), false);
        RegionBelief spain = prior.belief(new float[0], List.of(region("es")), false);
        assertThat(weight(spain, "1234BCD")).isGreaterThan(5 * weight(world, "1234BCD"));
        assertThat(weight(spain, "AB12CDE")).isLessThan(weight(world, "AB12CDE"));
    }

    @Test
    void regions_probabilities_addUpToAtMostOne() {
        RegionBelief belief = prior.belief(evidence("eu"), List.of(), false);
        List<Scored> scored = regions(belief, "AB123CD");
        assertThat(scored).hasSizeBetween(2, 5);
        assertThat(scored.stream().mapToDouble(Scored::score).sum()).isLessThanOrEqualTo(1);
        assertThat(scored).extracting(Scored::code).contains("it", "fr");
    }

    @Test
    void regions_evidenceForAState_namesIt() {
        assertThat(regions(prior.belief(evidence("us-ca"), List.of(), false), "1ABC234")
                        .get(0)
                        .code())
                .isEqualTo("us-ca");
        assertThat(regions(prior.belief(evidence("us"), List.of(), false), "ABC1234")
                        .get(0)
                        .code())
                .isEqualTo("us");
    }

    @Test
    void regions_classOfAnotherReader_isTakenForNothingKnown() {
        FormatPrior other = new FormatPrior(formats, SYMBOLS, List.of("two-row"), FormatTuning.fitted());
        RegionBelief seen = other.belief(new float[] {0}, List.of(), false);
        RegionBelief unseen = other.belief(new float[0], List.of(), false);
        assertThat(weight(seen, "ABC1234")).isCloseTo(weight(unseen, "ABC1234"), within(1e-9));
    }

    private Region region(String code) {
        Region region = formats.find(code);
        assertThat(region).isNotNull();
        return region;
    }

    private double weight(RegionBelief belief, String text) {
        return belief.weight(symbols(text), prior.automaton().after(symbols(text)));
    }

    private List<Scored> regions(RegionBelief belief, String text) {
        return belief.regions(symbols(text), prior.automaton().after(symbols(text)), 5);
    }

    private static int[] symbols(String text) {
        return Arrays.stream(text.split("")).mapToInt(SYMBOLS::indexOf).toArray();
    }

    private static float[] evidence(String code) {
        float[] logarithms = new float[CLASSES.size()];
        Arrays.fill(logarithms, -8);
        logarithms[CLASSES.indexOf(code)] = 0;
        return logarithms;
    }
}

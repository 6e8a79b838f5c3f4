package io.matricula.service.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCatalogueTest {
    private static final String ONE = "one: {calls: 10, per-second: 2, mmc: true}\n";

    private static PlanCatalogue read(String yaml) {
        return PlanCatalogue.read(new StringReader(yaml));
    }

    @Test
    void builtIn_freePlan_isTheDocumentedOne() {
        assertThat(PlanCatalogue.builtIn().find("free")).contains(new Plan("free", 2_500, 1, false));
        assertThat(PlanCatalogue.builtIn().find("demo").orElseThrow().limitsRate())
                .isFalse();
    }

    @Test
    void list_severalPlans_keepsTheFilesOrder() {
        assertThat(PlanCatalogue.builtIn().list())
                .extracting(Plan::name)
                .containsExactly("free", "standard", "standard-mmc", "enterprise", "demo");
    }

    @Test
    void find_unknownName_isEmpty() {
        assertThat(read(ONE).find("two")).isEmpty();
        assertThat(read(ONE).find("one")).contains(new Plan("one", 10, 2, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- one",
                "one: 3",
                "one: {calls: 10, per-second: 2}",
                "one: {calls: 10, per-second: 2, mmc: true, colour: red}",
                "one: {calls: ten, per-second: 2, mmc: true}",
                "one: {calls: -1, per-second: 2, mmc: true}",
                "one: {calls: 1.5, per-second: 2, mmc: true}",
                "ONE: {calls: 10, per-second: 2, mmc: true}",
                ONE + ONE,
                "one: [",
                "!!java.io.File {one: two}",
            })
    void read_badFile_isRefused(String yaml) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(yaml));
    }

    @Test
    void read_severalProblems_areNamedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("one: 1\ntwo: 2\n"))
                .withMessageContainingAll("one", "two");
    }
}

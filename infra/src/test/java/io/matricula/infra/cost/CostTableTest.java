package io.matricula.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CostTableTest {
    private static final Worker WORKER = new Worker("two a second", 0.5, 2);

    /** Prices of one kind at a time are easy to check by hand. */
    private static Prices only(double httpApi, double write, double nat, double balancerUnit) {
        return new Prices("nowhere", httpApi, 0, 0, 0, write, 0, 0, 0, 0, 0, 0, 0, 0, nat, 0, balancerUnit, 0, 0, 0, 0);
    }

    @Test
    void cost_ofOneKind_isItsPriceTimesItsUse() {
        assertThat(new MonthlyCost(only(2, 0, 0, 0), new Worker("free", 0, 1), 3, 0).total())
                .isEqualTo(6);
        assertThat(new MonthlyCost(only(0, 7, 0, 0), new Worker("free", 0, 1), 3, 0).total())
                .isEqualTo(21);
        assertThat(new MonthlyCost(only(0, 0, 1, 0), new Worker("free", 0, 1), 3, 0).total())
                .isEqualTo(1460);
        assertThat(new MonthlyCost(only(0, 0, 0, 1), new Worker("free", 0, 1), 3, 0).total())
                .isEqualTo(555);
    }

    @Test
    void workers_ofLittleLoad_areTheLeast() {
        var cost = new MonthlyCost(only(0, 0, 0, 0), WORKER, 1, 2);
        assertThat(cost.workers()).isEqualTo(2);
        assertThat(cost.total()).isCloseTo(2 * 730 * 0.5, within(1e-9));
    }

    @Test
    void workers_ofMuchLoad_growWithIt() {
        // 26.28 millions in a month are ten each second, and one of two is used.
        var cost = new MonthlyCost(only(0, 0, 0, 0), WORKER, 26.28, 2);
        assertThat(cost.workers()).isCloseTo(10, within(1e-9));
        assertThat(cost.perMillion()).isCloseTo(10 * 730 * 0.5 / 26.28, within(1e-9));
    }

    @Test
    void worker_thatCostsTwiceAsMuch_mustReadTwiceAsMuch() {
        assertThat(new Worker("dear", 1, 3).cheaperThan(WORKER)).isEqualTo(4);
    }

    @Test
    void table_inTheDocument_isWhatIsCalculated() throws Exception {
        String table = new CostTable(Prices.read(Path.of("prices.json"))).markdown();
        assertThat(Files.readString(Path.of("..", "docs", "operate", "cost.md")))
                .contains(table);
    }
}

package io.matricula.webhook.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.LeasedDelivery;
import io.matricula.service.webhook.QueuedDelivery;
import io.matricula.service.webhook.WebhookId;
import io.matricula.webhook.deliver.Lane.Orders;
import io.matricula.webhook.deliver.Lane.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final LaneLimits LIMITS =
            new LaneLimits(4, 2, Duration.ofSeconds(1), 100, 10, Duration.ofSeconds(5), 3, Duration.ofMinutes(1));
    private final Lane lane = new Lane(LIMITS, new Random(3), 0);
    private long now;

    private static Turn turn() {
        var delivery = new QueuedDelivery(AccountId.random(), new WebhookId(1), EventId.random(), 0, Instant.EPOCH);
        return new Turn(new LeasedDelivery(delivery, "r"), 0);
    }

    private Orders offer() {
        return lane.offer(turn(), now);
    }

    private List<Turn> started(int offers) {
        List<Turn> started = new ArrayList<>();
        for (int i = 0; i < offers; i++) {
            started.addAll(offer().start());
        }
        return started;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void offer_upToTheLimit_startsAtOnceAndThenWaits() {
        assertThat(started(6)).hasSize(4);
        assertThat(offer()).isEqualTo(Orders.NONE);
    }

    @Test
    void finished_othersWaiting_startsTheNext() {
        List<Turn> started = started(6);
        assertThat(lane.finished(started.get(0), true, true, now).start()).hasSize(1);
        assertThat(lane.finished(started.get(1), true, true, now).start()).hasSize(1);
        assertThat(lane.finished(started.get(2), true, true, now).start()).isEmpty();
    }

    @Test
    void offer_tooManyWaiting_sendsBack() {
        started(14);
        Orders orders = offer();
        assertThat(orders.start()).isEmpty();
        assertThat(orders.later()).hasSize(1);
        assertThat(orders.later().get(0).delay()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void offer_targetHangs_sendsBackLongBeforeItsRequestsEnd() {
        started(4);
        pass(Duration.ofSeconds(12));
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            delays.add(offer().later().get(0).delay());
        }
        assertThat(delays).isSorted();
        assertThat(delays.get(4)).isGreaterThan(Duration.ofSeconds(20));
    }

    @Test
    void offer_targetIsSlow_takesFewerAtOnce() {
        for (int i = 0; i < 30; i++) {
            Turn turn = started(1).get(0);
            pass(Duration.ofSeconds(2));
            lane.finished(turn, true, true, now);
        }
        assertThat(started(10)).hasSize(2);
    }

    @Test
    void offer_afterFailuresInARow_restsAndThenTriesOne() {
        for (int i = 0; i < 3; i++) {
            lane.finished(started(1).get(0), true, false, now);
        }
        assertThat(started(5)).isEmpty();
        pass(Duration.ofMillis(1001));
        assertThat(started(5)).hasSize(1);
    }

    @Test
    void finished_probeFails_restsTwiceAsLong() {
        for (int i = 0; i < 4; i++) {
            pass(Duration.ofSeconds(2));
            lane.finished(started(1).get(0), true, false, now);
        }
        pass(Duration.ofMillis(1500));
        assertThat(started(1)).isEmpty();
        pass(Duration.ofMillis(600));
        assertThat(started(1)).hasSize(1);
    }

    @Test
    void finished_probeIsGood_opensTheLane() {
        for (int i = 0; i < 3; i++) {
            lane.finished(started(1).get(0), true, false, now);
        }
        pass(Duration.ofSeconds(2));
        lane.finished(started(1).get(0), true, true, now);
        assertThat(started(10)).hasSize(4);
    }

    @Test
    void finished_restBegins_sendsBackWhoeverWaits() {
        List<Turn> started = started(10);
        lane.finished(started.get(0), true, false, now);
        lane.finished(started.get(1), true, false, now);
        Orders orders = lane.finished(started.get(2), true, false, now);
        assertThat(orders.start()).isEmpty();
        assertThat(orders.later()).hasSize(4);
    }

    @Test
    void offer_rateUsedUp_goesOnInTheNextSecond() {
        for (int i = 0; i < 100; i++) {
            lane.finished(started(1).get(0), true, true, now);
        }
        started(1);
        assertThat(started(3)).as("one runs, so the rate holds").isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(started(1)).hasSize(1);
    }
}

package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.LeasedDelivery;
import io.matricula.service.webhook.QueuedDelivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link DeliveryQueue} must do. A subclass gives an empty queue to each test, and lets time pass. */
public abstract class DeliveryQueueContract {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private final QueuedDelivery delivery = Webhooks.delivery();

    protected abstract DeliveryQueue queue();

    /** Lets time pass for the queue: turns its clock, or sleeps. Asked for 2 seconds at most. */
    protected abstract void pass(Duration time) throws InterruptedException;

    /** How long to wait for what must be there; a queue with another clock than the wall's gives it at once. */
    protected Duration patience() {
        return Duration.ZERO;
    }

    private List<LeasedDelivery> take(Duration lease) {
        return queue().take(10, lease, patience());
    }

    private LeasedDelivery takeOne(Duration lease) {
        List<LeasedDelivery> taken = take(lease);
        assertThat(taken).hasSize(1);
        return taken.get(0);
    }

    private void assertNothingDue() {
        assertThat(queue().take(10, LEASE, Duration.ZERO)).isEmpty();
    }

    @Test
    void take_addedDelivery_isAsItWasAdded() {
        queue().add(List.of(delivery));
        assertThat(takeOne(LEASE).delivery()).isEqualTo(delivery);
    }

    @Test
    void take_emptyQueue_isEmpty() {
        assertNothingDue();
    }

    @Test
    void take_takenDelivery_isHidden() {
        queue().add(List.of(delivery));
        takeOne(LEASE);
        assertNothingDue();
    }

    @Test
    void take_leaseRunOut_comesAgain() throws InterruptedException {
        queue().add(List.of(delivery));
        takeOne(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(2));
        assertThat(takeOne(LEASE).delivery()).isEqualTo(delivery);
    }

    @Test
    void take_manyAtOnce_givesEachOnce() throws Exception {
        List<QueuedDelivery> all = Stream.generate(Webhooks::delivery).limit(60).toList();
        queue().add(all);
        List<QueuedDelivery> taken = new ArrayList<>();
        for (int round = 0; round < 30 && taken.size() < all.size(); round++) {
            Concurrent.run(6, 6, () -> queue().take(3, LEASE, patience()))
                    .forEach(some -> some.forEach(one -> taken.add(one.delivery())));
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void take_moreThanAskedFor_leavesTheRest() {
        queue().add(Stream.generate(Webhooks::delivery).limit(5).toList());
        assertThat(queue().take(2, LEASE, patience())).hasSizeBetween(1, 2);
    }

    @Test
    void remove_takenDelivery_neverComesAgain() throws InterruptedException {
        queue().add(List.of(delivery));
        queue().remove(takeOne(Duration.ofSeconds(1)));
        pass(Duration.ofSeconds(2));
        assertNothingDue();
    }

    @Test
    void putBack_withDelay_comesAgainAfterItAsItWasChanged() throws InterruptedException {
        queue().add(List.of(delivery));
        queue().putBack(takeOne(LEASE), delivery.attempted(), Duration.ofSeconds(2));
        assertNothingDue();
        pass(Duration.ofSeconds(2));
        assertThat(takeOne(LEASE).delivery()).isEqualTo(delivery.attempted());
    }

    @Test
    void putBack_unchangedForLong_isHidden() throws InterruptedException {
        queue().add(List.of(delivery));
        queue().putBack(takeOne(Duration.ofSeconds(1)), delivery, DeliveryQueue.LONGEST);
        pass(Duration.ofSeconds(2));
        assertNothingDue();
    }

    @Test
    void add_nothing_isFine() {
        queue().add(List.of());
        assertNothingDue();
    }
}

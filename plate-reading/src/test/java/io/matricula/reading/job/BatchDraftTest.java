package io.matricula.reading.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matricula.service.account.AccountId;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.testkit.DrawnPictures;
import io.matricula.service.testkit.InMemoryJobPictureStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BatchDraftTest {
    private static final byte[] PICTURE = DrawnPictures.grey("png", 40, 30);

    private final AccountId account = AccountId.random();
    private final InMemoryJobPictureStore stored = new InMemoryJobPictureStore();

    @Test
    void picture_storeFarAway_storesSeveralAtATime() {
        var met = new CountDownLatch(4);
        BatchDraft draft = draft(() -> {
            met.countDown();
            // Comes back only when four writes are under way, as none would if they came one after the other.
            assertThat(met.await(10, TimeUnit.SECONDS)).isTrue();
        });
        add(draft, 8);
        draft.stored();
        assertThat(stored.size()).isEqualTo(8);
    }

    @Test
    void stored_eachPicture_isThereUnderItsNumber() {
        BatchDraft draft = draft(() -> {});
        byte[] other = DrawnPictures.grey("png", 30, 40);
        draft.picture("a", PICTURE, Map.of());
        draft.picture("b", other, Map.of());
        draft.stored();
        assertThat(stored.find(account, draft.id().job(0))).contains(PICTURE);
        assertThat(stored.find(account, draft.id().job(1))).contains(other);
    }

    @Test
    void stored_aWriteFailed_throws() {
        BatchDraft draft = draft(() -> {
            throw new UncheckedIOException(new IOException("no network"));
        });
        draft.picture("a", PICTURE, Map.of());
        assertThatThrownBy(draft::stored).isInstanceOf(UncheckedIOException.class);
        draft.discard();
    }

    @Test
    void stored_aWriteEndedInAnError_throws() {
        BatchDraft draft = draft(() -> {
            throw new OutOfMemoryError("drawn");
        });
        draft.picture("a", PICTURE, Map.of());
        assertThatThrownBy(draft::stored).isInstanceOf(OutOfMemoryError.class);
        draft.discard();
    }

    @Test
    void discard_writesUnderWay_leavesNothing() {
        BatchDraft draft = draft(() -> Thread.sleep(50));
        add(draft, 20);
        draft.discard();
        assertThat(stored.size()).isZero();
    }

    @Test
    void begin_moreBytesThanBound_waitsForThoseBefore() throws InterruptedException {
        var go = new CountDownLatch(1);
        try (var writes = new PictureWrites()) {
            writes.begin(30 << 20, () -> assertThat(waited(go)).isTrue());
            var second = new CountDownLatch(1);
            var adder = new Thread(() -> writes.begin(30 << 20, second::countDown));
            adder.start();
            assertThat(second.await(200, TimeUnit.MILLISECONDS)).isFalse();
            go.countDown();
            assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
            adder.join();
        }
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static void add(BatchDraft draft, int count) {
        for (int number = 0; number < count; number++) {
            draft.picture(number + ".png", PICTURE, Map.of());
        }
    }

    private BatchDraft draft(Delay before) {
        return BatchDraft.of(account, new Delayed(before), 100);
    }

    private interface Delay {
        void pass() throws InterruptedException;
    }

    /** Keeps pictures only after a while, or never. */
    private final class Delayed implements JobPictureStore {
        private final Delay before;

        Delayed(Delay before) {
            this.before = before;
        }

        @Override
        public void put(AccountId account, JobId job, byte[] picture) {
            try {
                before.pass();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            stored.put(account, job, picture);
        }

        @Override
        public Optional<byte[]> find(AccountId account, JobId job) {
            return stored.find(account, job);
        }

        @Override
        public void remove(AccountId account, JobId job) {
            stored.remove(account, job);
        }

        @Override
        public int removeBefore(Instant kept) {
            return stored.removeBefore(kept);
        }
    }
}

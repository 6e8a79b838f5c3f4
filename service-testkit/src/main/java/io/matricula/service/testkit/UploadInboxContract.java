package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.upload.Upload;
import io.matricula.service.upload.UploadId;
import io.matricula.service.upload.UploadInbox;
import io.matricula.service.upload.UploadTarget;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link UploadInbox} and its store must do. A subclass gives fresh ones to each test. */
public abstract class UploadInboxContract extends UploadStoreContract {
    private final FakeClock clock = FakeClock.at("2026-03-05T12:00:00Z");

    protected abstract UploadInbox inbox();

    protected FakeClock clock() {
        return clock;
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected boolean bring(UploadTarget target, byte[] picture) {
        return inbox().put(id(target), key(target), picture);
    }

    private static UploadId id(UploadTarget target) {
        return new UploadId(target.address().replaceAll(".*/|\\?.*", ""));
    }

    private static String key(UploadTarget target) {
        return target.address().replaceAll(".*key=", "");
    }

    @Test
    void expected_openUpload_isItsSize() {
        UploadTarget target = store().open(announced(10));
        assertThat(inbox().expected(id(target), key(target))).hasValue(10);
        assertThat(inbox().expected(id(target), "0".repeat(40))).isEmpty();
        assertThat(inbox().expected(id(target), "")).isEmpty();
        assertThat(inbox().expected(UploadId.random(), key(target))).isEmpty();
    }

    @Test
    void put_twice_keepsTheFirst() {
        Upload upload = announced(10);
        UploadTarget target = store().open(upload);
        assertThat(bring(target, picture(10))).isTrue();
        assertThat(inbox().expected(id(target), key(target))).isEmpty();
        assertThat(bring(target, new byte[10])).isFalse();
        assertThat(store().find(upload.account(), upload.id()))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(picture(10)));
    }

    @Test
    void put_otherSizeOrKey_isRefused() {
        Upload upload = announced(10);
        UploadTarget target = store().open(upload);
        assertThat(bring(target, picture(11))).isFalse();
        assertThat(bring(target, picture(9))).isFalse();
        assertThat(inbox().put(upload.id(), "0".repeat(40), picture(10))).isFalse();
        assertThat(store().find(upload.account(), upload.id())).isEmpty();
    }

    @Test
    void put_expired_isRefused() {
        UploadTarget target = store().open(announced(10));
        clock.advance(Upload.OPEN.plus(Duration.ofSeconds(1)));
        assertThat(inbox().expected(id(target), key(target))).isEmpty();
        assertThat(bring(target, picture(10))).isFalse();
    }
}

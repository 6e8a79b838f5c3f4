package io.matricula.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.job.BatchDraft;
import io.matricula.service.account.AccountId;
import io.matricula.service.testkit.DrawnPictures;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryJobPictureStore;
import io.matricula.service.testkit.InMemoryUploads;
import io.matricula.service.upload.Upload;
import io.matricula.service.upload.UploadId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class UploadedZipsTest {
    private static final byte[] PICTURE = DrawnPictures.grey("png", 40, 30);
    private final AccountId account = AccountId.random();
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final InMemoryUploads uploads = new InMemoryUploads(clock);
    private final BatchDraft draft = BatchDraft.of(account, new InMemoryJobPictureStore(), 1000);

    private String zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.png"));
            zip.write(PICTURE);
        }
        Upload upload = Upload.announce(account, bytes.size(), clock.instant());
        uploads.open(upload);
        uploads.put(upload.id(), "key-" + upload.id(), bytes.toByteArray());
        return upload.id().reference();
    }

    private UploadedZips zips(long size, long unpacked) {
        return new UploadedZips(uploads, draft, new UploadedZips.Bounds(1 << 20, size, unpacked));
    }

    @Test
    void take_morePicturesThanOneZipHas_addsThemInOrder() throws IOException {
        UploadedZips zips = zips(1 << 20, 1 << 20);
        zips.take(zip());
        zips.take(zip());
        assertThat(draft.size()).isEqualTo(2);
    }

    @Test
    void take_zipsOfMoreBytesThanABody_refuses() throws IOException {
        String one = zip();
        UploadedZips zips = zips(uploads.find(account, zipId(one)).orElseThrow().length + 10L, 1 << 20);
        zips.take(one);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> zips.take(one))
                .matches(e -> e.error() == ApiError.TOO_LARGE);
    }

    @Test
    void take_zipsThatUnpackToTooMuchTogether_refuses() throws IOException {
        UploadedZips zips = zips(1 << 20, PICTURE.length + 1L);
        zips.take(zip());
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> zips.take(zip()))
                .matches(e -> e.error() == ApiError.MALFORMED_BODY);
    }

    @Test
    void take_tooManyZips_refuses() throws IOException {
        String one = zip();
        UploadedZips zips = zips(1 << 20, 1 << 20);
        for (int count = 0; count < 100; count++) {
            zips.take(one);
        }
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> zips.take(one))
                .withMessageContaining("at most 100");
    }

    private static UploadId zipId(String reference) {
        return UploadId.referenced(reference).orElseThrow();
    }
}

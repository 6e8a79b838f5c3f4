package io.matricula.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.http.errors.ApiException;
import io.matricula.reading.job.BatchDraft;
import io.matricula.service.account.AccountId;
import io.matricula.service.testkit.InMemoryJobPictureStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipPicturesTest {
    private static final int MAX_PICTURE = 100_000;
    private static final int MAX_UNPACKED = 1_000_000;

    @TempDir
    private Path folder;

    private final InMemoryJobPictureStore pictures = new InMemoryJobPictureStore();
    private final BatchDraft draft = BatchDraft.of(AccountId.random(), pictures, 50);

    private interface Entries {
        void write(ZipOutputStream zip) throws IOException;
    }

    private static byte[] zip(Entries entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entries.write(zip);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, int size) throws IOException {
        byte[] jpeg = new byte[size];
        jpeg[0] = (byte) 0xFF;
        jpeg[1] = (byte) 0xD8;
        jpeg[2] = (byte) 0xFF;
        zip.putNextEntry(new ZipEntry(name));
        zip.write(jpeg);
        zip.closeEntry();
    }

    private void read(byte[] zip) throws IOException {
        read(zip, draft);
    }

    private void read(byte[] zip, BatchDraft into) throws IOException {
        Path file = Files.write(folder.resolve("a.zip"), zip);
        new ZipPictures(MAX_PICTURE, MAX_UNPACKED).read(file, into);
    }

    @Test
    void read_cutAnywhere_isNoticed() throws IOException {
        byte[] whole = zip(zip -> {
            add(zip, "a.jpg", 30);
            add(zip, "b.jpg", 30);
        });
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(IOException.class)
                    .as(length + " bytes")
                    .isThrownBy(() -> read(cut, BatchDraft.of(AccountId.random(), pictures, 50)));
        }
    }

    @Test
    void read_pictures_areStored() throws IOException {
        read(zip(zip -> {
            add(zip, "a.jpg", 1_000);
            add(zip, "b.jpg", MAX_PICTURE);
        }));
        draft.stored();
        assertThat(pictures.size()).isEqualTo(2);
        assertThat(draft.size()).isEqualTo(2);
    }

    @Test
    void read_onePictureTooLarge_isRefusedAlone() throws IOException {
        read(zip(zip -> {
            add(zip, "bomb.jpg", 5 * MAX_PICTURE);
            add(zip, "b.jpg", 10);
        }));
        draft.stored();
        assertThat(pictures.size()).isEqualTo(1);
        assertThat(draft.size()).isEqualTo(2);
    }

    @Test
    void read_moreThanMayBeUnpacked_isRefused() throws IOException {
        byte[] bomb = zip(zip -> add(zip, "bomb.jpg", 100 * MAX_UNPACKED));
        assertThat(bomb.length).isLessThan(MAX_UNPACKED / 5);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> read(bomb))
                .withMessageContaining("unpacks");
        byte[] many = zip(zip -> {
            for (int i = 0; i < 11; i++) {
                add(zip, i + ".jpg", MAX_PICTURE);
            }
        });
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> read(many))
                .withMessageContaining("unpacks");
    }

    @Test
    void read_tooManyEntries_isRefused() throws IOException {
        byte[] many = zip(zip -> {
            for (int i = 0; i < 51; i++) {
                add(zip, i + ".jpg", 10);
            }
        });
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> read(many))
                .withMessageContaining("at most 50");
    }

    @Test
    void read_zipInAZip_isNoPicture() throws IOException {
        byte[] inner = zip(zip -> add(zip, "a.jpg", 10));
        read(zip(zip -> {
            zip.putNextEntry(new ZipEntry("inner.zip"));
            zip.write(inner);
            zip.closeEntry();
        }));
        assertThat(pictures.size()).isZero();
        assertThat(draft.size()).isEqualTo(1);
    }

    @Test
    void read_mutatedZips_endInPicturesOrAPlainFailure() throws IOException {
        byte[] good = zip(zip -> {
            add(zip, "a.jpg", 300);
            add(zip, "ü/../b.jpg", 300);
        });
        var random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            byte[] mutated = Arrays.copyOf(good, 1 + random.nextInt(good.length));
            for (int change = random.nextInt(8); change >= 0; change--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            try {
                read(mutated, BatchDraft.of(AccountId.random(), pictures, 50));
            } catch (IOException | ApiException e) {
                assertThat(e).isNotNull();
            }
        }
    }
}

package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.config.ReadingConfig;
import io.matricula.reading.job.BatchDraft;
import io.matricula.service.upload.UploadStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Takes the body of a batch, first into a temporary file, in bounded size and time, and then its pictures, one after the other: out of a
 * zip, a form with zips and pictures, a list of addresses in JSON, or zips that were uploaded before.
 */
@ApplicationScoped
public class BatchIntake {
    /** Room for the longest addresses and some fields of each picture. */
    private static final int LIST_BYTES_A_PICTURE = 4 << 10;

    private final ReadingConfig.Batch config;
    private final long maxPicture;
    private final long maxUpload;
    private final UploadStore uploads;
    private final Semaphore turns;

    BatchIntake(ReadingConfig config, UploadStore uploads) {
        this.config = config.batch();
        this.maxPicture = config.picture().maxSize().asLongValue();
        this.maxUpload = config.uploads().maxSize().asLongValue();
        this.uploads = uploads;
        this.turns = new Semaphore(config.batch().concurrent());
    }

    /**
     * A body in a temporary file, until it is closed.
     *
     * @param digest SHA-256 in hex
     */
    public record Body(Path file, String digest, Semaphore turns) implements AutoCloseable {
        @Override
        public void close() {
            turns.release();
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("a temporary file could not be removed", e);
            }
        }
    }

    /** Reads a body to its end. */
    public Body take(InputStream body) {
        if (!turns.tryAcquire()) {
            throw ApiException.retry(ApiError.BUSY, Duration.ofSeconds(5));
        }
        Path file = null;
        try {
            file = Files.createTempFile("matricula-batch", "");
            return new Body(file, write(body, file), turns);
        } catch (IOException | RuntimeException e) {
            turns.release();
            delete(file);
            throw e instanceof RuntimeException known ? known : ApiException.of(ApiError.REQUEST_TIMEOUT);
        }
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("a temporary file could not be removed", e);
            }
        }
    }

    private String write(InputStream sent, Path file) throws IOException {
        long most = config.maxSize().asLongValue();
        var body =
                new TimedInputStream(sent, System.nanoTime() + config.timeout().toNanos());
        MessageDigest digest = sha256();
        long length = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                length += read;
                if (length > most) {
                    throw ApiException.of(ApiError.TOO_LARGE, most);
                }
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds the pictures of a body, and of uploads that it names, to a batch; gives the fields of all of them. */
    public Map<String, List<String>> pictures(Body body, @Nullable String contentType, BatchDraft into) {
        String type = contentType == null ? "" : contentType;
        try {
            return read(body.file(), type, into);
        } catch (IOException e) {
            throw ApiException.of(ApiError.MALFORMED_BODY, "The zip is damaged, or of a form that can't be read.");
        }
    }

    private Map<String, List<String>> read(Path file, String type, BatchDraft into) throws IOException {
        var zips = new ZipPictures(maxPicture, config.maxUnpacked().asLongValue());
        String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (plain.equals("multipart/form-data")) {
            int mostParts = config.pictures() + SubmissionBuilder.MAX_FIELDS;
            return new PictureParts(into, zips, uploaded(into), mostParts).read(file, type);
        } else if (ZipPictures.isZip(file)) {
            zips.read(file, into);
            return Map.of();
        } else if (plain.contains("json")) {
            return PictureList.read(list(file), into, uploaded(into), maxPicture);
        }
        throw ApiException.of(ApiError.MEDIA_TYPE, plain);
    }

    /** What did not come through the body may be as large as an upload. */
    private UploadedZips uploaded(BatchDraft into) {
        var bounds = new UploadedZips.Bounds(
                maxUpload, config.maxSize().asLongValue(), config.maxUnpacked().asLongValue());
        return new UploadedZips(uploads, into, bounds);
    }

    private byte[] list(Path file) throws IOException {
        long most = (long) config.pictures() * LIST_BYTES_A_PICTURE;
        if (Files.size(file) > most) {
            throw ApiException.of(ApiError.TOO_LARGE, most);
        }
        return Files.readAllBytes(file);
    }
}

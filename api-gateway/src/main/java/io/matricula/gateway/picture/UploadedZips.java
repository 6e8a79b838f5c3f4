package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.job.BatchDraft;
import io.matricula.service.upload.UploadId;
import io.matricula.service.upload.UploadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the pictures out of zips that the batch's account has brought as uploads, one zip in memory at a time. All of them together are bounded
 * as one body is. For one thread.
 */
final class UploadedZips {
    /** The field that names them. */
    static final String FIELD = "zips";

    private static final int MOST = 100;

    private final UploadStore uploads;
    private final BatchDraft into;
    private final long maxPicture;
    private final long maxSize;
    private long leftSize;
    private long leftUnpacked;
    private int count;

    UploadedZips(UploadStore uploads, BatchDraft into, Bounds bounds) {
        this.uploads = uploads;
        this.into = into;
        this.maxPicture = bounds.picture();
        this.maxSize = bounds.size();
        this.leftSize = bounds.size();
        this.leftUnpacked = bounds.unpacked();
    }

    /**
     * Bounds in bytes.
     *
     * @param size of all zips together
     * @param unpacked what all of them may unpack to
     */
    record Bounds(long picture, long size, long unpacked) {}

    /**
     * Adds the pictures of a zip.
     *
     * @param reference as {@code upload_url} of an upload's answer has it
     * @throws IOException if it is no zip, or not a whole one
     */
    void take(String reference) throws IOException {
        if (++count > MOST) {
            throw ApiException.field(FIELD, "A batch takes at most " + MOST + " zips.");
        }
        byte[] zip = UploadId.referenced(reference)
                .flatMap(id -> uploads.find(into.account(), id))
                .orElseThrow(() -> ApiException.field(FIELD, "There is no such upload."));
        leftSize -= zip.length;
        if (leftSize < 0) {
            throw ApiException.of(ApiError.TOO_LARGE, maxSize);
        }
        Path file = Files.createTempFile("matricula-zip", "");
        try {
            Files.write(file, zip);
            leftUnpacked -= new ZipPictures(maxPicture, leftUnpacked).read(file, into);
        } finally {
            Files.delete(file);
        }
    }
}

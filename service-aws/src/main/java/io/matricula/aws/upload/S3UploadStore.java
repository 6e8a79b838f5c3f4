package io.matricula.aws.upload;

import io.matricula.aws.client.Reached;
import io.matricula.aws.s3.S3Folder;
import io.matricula.service.account.AccountId;
import io.matricula.service.upload.Upload;
import io.matricula.service.upload.UploadId;
import io.matricula.service.upload.UploadStore;
import io.matricula.service.upload.UploadTarget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Pictures that clients bring to S3 themselves, at an address that we sign with the picture's length: S3 refuses every other. The
 * address is good until it expires, also for a second picture in the first one's place; a life-cycle rule removes what was brought.
 * Safe for concurrent use.
 */
public final class S3UploadStore implements UploadStore {
    private final S3Folder folder;
    private final S3Presigner presigner;
    private final Clock clock;

    public S3UploadStore(S3Folder folder, S3Presigner presigner, Clock clock) {
        this.folder = folder;
        this.presigner = presigner;
        this.clock = clock;
    }

    @Override
    public UploadTarget open(Upload upload) {
        Duration open = Duration.between(clock.instant(), upload.expires());
        var signed = Reached.reached(
                "S3",
                () -> presigner.presignPutObject(
                        request -> request.signatureDuration(open).putObjectRequest(put -> put.bucket(folder.bucket())
                                .key(folder.prefix() + name(upload.account(), upload.id()))
                                .contentLength(upload.size()))));
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        signed.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("host");
        return new UploadTarget(signed.url().toString(), headers);
    }

    @Override
    public Optional<byte[]> find(AccountId account, UploadId id) {
        return folder.find(name(account, id));
    }

    private static String name(AccountId account, UploadId id) {
        return account + "/" + id;
    }

    @Override
    public int removeBefore(Instant kept) {
        return 0;
    }
}

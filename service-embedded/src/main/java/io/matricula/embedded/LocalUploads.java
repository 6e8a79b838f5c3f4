package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.token.TokenHash;
import io.matricula.service.token.TokenSecret;
import io.matricula.service.upload.Upload;
import io.matricula.service.upload.UploadId;
import io.matricula.service.upload.UploadInbox;
import io.matricula.service.upload.UploadStore;
import io.matricula.service.upload.UploadTarget;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Pictures that clients bring to an address of this server: what was announced in SQLite, with the hash of the address's key, what
 * was brought as files. Safe for concurrent use.
 */
final class LocalUploads implements UploadStore, UploadInbox {
    private static final String INSERT =
            "INSERT INTO uploads (id, account, size, key_hash, expires) VALUES (?, ?, ?, ?, ?)";
    private static final String OPEN = "SELECT * FROM uploads WHERE id = ? AND expires > ?";
    private static final String CLOSE = "DELETE FROM uploads WHERE id = ?";
    private static final String REMOVE_EXPIRED = "DELETE FROM uploads WHERE expires < ?";

    private final SqliteDatabase database;
    private final PictureFolder pictures;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LocalUploads(SqliteDatabase database, Path folder, Clock clock) {
        this.database = database;
        this.pictures = new PictureFolder(folder);
        this.clock = clock;
    }

    @Override
    public UploadTarget open(Upload upload) {
        TokenSecret key = TokenSecret.random(random);
        database.write(session -> session.update(
                INSERT,
                upload.id().value(),
                upload.account().value(),
                upload.size(),
                key.hash().hex(),
                InstantText.of(upload.expires())));
        return new UploadTarget("/v1/uploads/" + upload.id() + "?key=" + key.reveal(), Map.of());
    }

    @Override
    public OptionalLong expected(UploadId id, String key) {
        return find(id, key).map(open -> OptionalLong.of(open.size)).orElse(OptionalLong.empty());
    }

    @Override
    public boolean put(UploadId id, String key, byte[] picture) {
        Optional<Open> open = find(id, key).filter(found -> found.size == picture.length);
        if (open.isEmpty()) {
            return false;
        }
        // The file first: a crash in between leaves the address good for another try. Of two at once one is told that
        // it lost.
        pictures.put(open.get().account, id.value(), picture);
        return database.write(session -> session.update(CLOSE, id.value()) == 1);
    }

    private Optional<Open> find(UploadId id, String key) {
        Optional<TokenHash> hash = TokenSecret.parse(key).map(TokenSecret::hash);
        String now = InstantText.of(clock.instant());
        return hash.flatMap(sent -> database.read(session -> session.first(OPEN, Open::of, id.value(), now))
                .filter(open -> open.key.matches(sent)));
    }

    @Override
    public Optional<byte[]> find(AccountId account, UploadId id) {
        return pictures.find(account, id.value());
    }

    @Override
    public int removeBefore(Instant kept) {
        database.write(session -> session.update(REMOVE_EXPIRED, InstantText.of(kept)));
        return pictures.removeBefore(kept);
    }

    private record Open(AccountId account, long size, TokenHash key) {
        static Open of(ResultSet row) throws SQLException {
            return new Open(
                    new AccountId(row.getString("account")),
                    row.getLong("size"),
                    new TokenHash(row.getString("key_hash")));
        }
    }
}

package io.matricula.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The database's tables and their versions. Version n is made from version n-1 by {@code schema/n.sql}; a released script is
 * never changed.
 */
final class Schema {
    static final int VERSION = 9;

    private Schema() {}

    /** Brings a database to {@link #VERSION}, whole or not at all, also when two processes try at once. */
    static void migrate(SqliteSession session, Path file) throws SQLException {
        if (version(session, file) == VERSION) {
            return;
        }
        session.script("BEGIN IMMEDIATE");
        try {
            for (int next = version(session, file) + 1; next <= VERSION; next++) {
                session.script(script(next));
            }
            session.script("PRAGMA user_version = " + VERSION);
            session.script("COMMIT");
        } catch (SQLException | RuntimeException e) {
            session.script("ROLLBACK");
            throw e;
        }
    }

    private static int version(SqliteSession session, Path file) throws SQLException {
        int version = session.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
        if (version > VERSION) {
            throw new StateException(file + " was written by a newer version of Matricula (schema " + version
                    + ", this one knows " + VERSION + ")");
        }
        return version;
    }

    private static String script(int version) {
        try (InputStream script = Schema.class.getResourceAsStream("schema/" + version + ".sql")) {
            if (script == null) {
                throw new IllegalStateException("schema " + version + " is missing from the program");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.matricula.console.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the console shows, under {@code matricula.console}. */
@ConfigMapping(prefix = "matricula.console")
public interface ConsoleConfig {
    /** Whether people have accounts here; the on-premises edition has none. */
    @WithDefault("true")
    boolean accounts();

    /** Whether files go out compressed to who takes that; functions can't answer text in bytes, and what stands before them compresses. */
    @WithDefault("true")
    boolean gzip();
}

package io.matricula.sdk.edition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The settings of the on-premises edition, under {@code matricula.sdk}. */
@ConfigMapping(prefix = "matricula.sdk")
public interface SdkConfig {
    /** Whether this is the on-premises edition: no tokens, a licence instead. */
    @WithDefault("false")
    boolean enabled();

    /** The issuer's public key (PEM), whose licences are taken; without it there is only the trial. */
    Optional<Path> issuer();

    /** Address of the cloud edition that is told of the calls, as {@code https://api.example.com}; without it nobody is. */
    Optional<URI> cloud();

    /** Token of the account there; without it nobody is told. */
    Optional<String> token();

    /** A licence key or a file with one, taken into use at the start. */
    Optional<String> licence();
}

package io.matricula.cloud.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** The settings of the server beside those of the state, under {@code matricula.cloud}. */
@ConfigMapping(prefix = "matricula.cloud")
public interface ServerConfig {
    /** What this process does; several are separated by commas. */
    @WithDefault("gateway,usage,webhooks")
    Set<Role> role();

    Rehearsal rehearsal();

    /** What a deployment does in the cloud, done at the start; refused where DynamoDB is AWS' own. */
    interface Rehearsal {
        /** Whether tables, queues and the bucket are made if they are missing. */
        @WithDefault("false")
        boolean createState();

        /** E-mail address of an account that is to be there, with {@link #token}. */
        Optional<String> account();

        /** The account's token, 40 lower-case hex digits. */
        Optional<String> token();

        /** The account's plan. */
        @WithDefault("demo")
        String plan();
    }
}

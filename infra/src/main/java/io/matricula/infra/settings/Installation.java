package io.matricula.infra.settings;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.client.Endpoints;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * One installation of Matricula: whose it is, and its environment.
 *
 * @param name what all names begin with; buckets share their names with the whole world, so it should be one that nobody else takes
 * @param environment {@code dev} or {@code prod}
 * @param account of AWS
 * @param sender the address that mails come from
 * @param alarmsTo the address that alarms go to
 * @param workerTag of the workers' image
 * @param lambdas folder of the functions' modules, each with its {@code target/function.zip}
 * @param domain of its own; null for the address that AWS gives
 */
public record Installation(
        String name,
        String environment,
        String account,
        String sender,
        String alarmsTo,
        String workerTag,
        Path lambdas,
        @Nullable Domain domain,
        Sizes sizes) {
    private static final List<String> NEEDED =
            List.of("name", "environment", "account", "sender", "alarmsTo", "workerTag", "lambdas", "sizes");

    /** A bucket's name, with the environment and what it holds, has 63 characters at most. */
    private static final String NAME = "[a-z][a-z0-9-]{1,30}";

    public Installation {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("name: 2 to 31 lower-case letters, digits and hyphens");
        }
        if (sender.indexOf('@') < 1 || alarmsTo.indexOf('@') < 1) {
            throw new IllegalArgumentException("sender and alarmsTo: addresses of mail");
        }
    }

    /**
     * A name of the installation's own.
     *
     * @param certificate of ACM, as its ARN: in us-east-1 where CloudFront stands in front, otherwise in the installation's region
     */
    public record Domain(String name, String certificate) {}

    /**
     * Reads the context: {@code cdk -c name=…} and so on.
     *
     * @param context gives a key's value, or null
     * @throws IllegalArgumentException names all keys that are missing
     */
    public static Installation read(UnaryOperator<@Nullable String> context) {
        List<String> missing =
                NEEDED.stream().filter(key -> context.apply(key) == null).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "missing: " + String.join(", ", missing) + "; give each as -c KEY=VALUE");
        }
        UnaryOperator<String> given = key -> String.valueOf(context.apply(key));
        return new Installation(
                given.apply("name"),
                given.apply("environment"),
                given.apply("account"),
                given.apply("sender"),
                given.apply("alarmsTo"),
                given.apply("workerTag"),
                Path.of(given.apply("lambdas")),
                domain(context.apply("domain"), context.apply("certificate")),
                Sizes.read(Path.of(given.apply("sizes")), given.apply("environment")));
    }

    private static @Nullable Domain domain(@Nullable String name, @Nullable String certificate) {
        if (name == null && certificate == null) {
            return null;
        }
        if (name == null || certificate == null) {
            throw new IllegalArgumentException("domain and certificate: both or none");
        }
        return new Domain(name, certificate);
    }

    /** The names of tables, queues and buckets, as the services look for them. */
    public CloudConfig names() {
        return new CloudConfig(Region.of(sizes.region()), prefix(), sender, Endpoints.AWS);
    }

    /** What the names of all resources begin with. */
    public String prefix() {
        return name + "-" + environment + "-";
    }

    /** The domain that mails come from. */
    public String mailDomain() {
        return sender.substring(sender.indexOf('@') + 1);
    }
}

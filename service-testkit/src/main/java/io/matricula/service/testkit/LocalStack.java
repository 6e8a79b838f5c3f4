package io.matricula.service.testkit;

import com.github.dockerjava.api.exception.NotFoundException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * DynamoDB, SQS and S3 in one container, where Docker answers and has the image: tests fetch nothing. Who uses it brings Testcontainers.
 */
public final class LocalStack implements AutoCloseable {
    /** The last that wants no account. */
    private static final String IMAGE = "localstack/localstack:4.14.0";

    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private final LocalStackContainer container =
            new LocalStackContainer(DockerImageName.parse(IMAGE)).withServices("dynamodb", "sqs", "s3");

    /** Starts it. */
    public LocalStack() {
        container.start();
    }

    /** Why it can't be run here; empty if it can. Asks nobody on machines that have no Docker. */
    public static Optional<String> missing() {
        boolean told = System.getenv("DOCKER_HOST") != null;
        if (!told && !Files.exists(SOCKET) || !DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("Docker doesn't answer");
        }
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(IMAGE).exec();
            return Optional.empty();
        } catch (NotFoundException e) {
            return Optional.of("its image is missing: docker pull " + IMAGE);
        }
    }

    /** Of all services. */
    public URI address() {
        return container.getEndpoint();
    }

    @Override
    public void close() {
        container.stop();
    }
}

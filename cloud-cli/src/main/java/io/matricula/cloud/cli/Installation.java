package io.matricula.cloud.cli;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.CloudState;
import io.matricula.aws.client.Endpoints;
import io.matricula.command.ExitCode;
import io.matricula.command.OperatorPorts;
import io.matricula.command.Place;
import io.matricula.command.PlainError;
import io.matricula.service.plan.PlanCatalogue;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import software.amazon.awssdk.regions.Region;

/** The options that name an installation on AWS, which are read from the services' own variables of the environment where not given. */
final class Installation implements Place {
    @Option(
            names = "--region",
            paramLabel = "REGION",
            defaultValue = "${env:MATRICULA_CLOUD_REGION:-${env:AWS_REGION:-eu-central-1}}",
            description = "Region of AWS (MATRICULA_CLOUD_REGION, AWS_REGION).",
            scope = ScopeType.INHERIT)
    private String region = "";

    @Option(
            names = "--prefix",
            paramLabel = "PREFIX",
            defaultValue = "${env:MATRICULA_CLOUD_PREFIX:-matricula-}",
            description = "What the names of its tables and queues begin with (MATRICULA_CLOUD_PREFIX).",
            scope = ScopeType.INHERIT)
    private String prefix = "";

    @Option(
            names = "--plans",
            paramLabel = "FILE",
            description = "The plans on offer, if not the built-in ones (MATRICULA_CLOUD_PLANS has their text).",
            scope = ScopeType.INHERIT)
    private @Nullable Path plans;

    @Option(
            names = "--dynamo",
            paramLabel = "ADDRESS",
            defaultValue = "${env:MATRICULA_CLOUD_ENDPOINTS_DYNAMO}",
            description = "What stands in for DynamoDB, as in a rehearsal (MATRICULA_CLOUD_ENDPOINTS_DYNAMO).",
            scope = ScopeType.INHERIT)
    private @Nullable URI dynamo;

    @Option(
            names = "--sqs",
            paramLabel = "ADDRESS",
            defaultValue = "${env:MATRICULA_CLOUD_ENDPOINTS_SQS}",
            description = "What stands in for SQS; both do, or none (MATRICULA_CLOUD_ENDPOINTS_SQS).",
            scope = ScopeType.INHERIT)
    private @Nullable URI sqs;

    @Override
    public void open(Consumer<OperatorPorts> work) {
        if ((dynamo == null) != (sqs == null)) {
            // Half of an order would go to a rehearsal, the other half to AWS.
            throw new PlainError(ExitCode.WRONG_USAGE, "--dynamo and --sqs go together");
        }
        var config = new CloudConfig(Region.of(region), prefix, "", new Endpoints(dynamo, sqs, null, null));
        try (CloudState state = CloudState.open(config)) {
            work.accept(new CloudPorts(state, this::catalogue));
        } catch (UncheckedIOException e) {
            throw new PlainError(ExitCode.STATE_NOT_WRITABLE, prefix + " in " + region + ": " + said(e));
        }
    }

    /** What AWS said, without its numbers and the list of all places where credentials may be. */
    private static String said(UncheckedIOException failure) {
        Throwable cause = failure.getCause();
        return String.valueOf((cause == null ? failure : cause).getMessage())
                .split("\\(", 2)[0]
                .strip();
    }

    private PlanCatalogue catalogue() {
        String text = System.getenv("MATRICULA_CLOUD_PLANS");
        try (Reader yaml =
                plans == null ? new StringReader(text == null ? "" : text) : Files.newBufferedReader(plans)) {
            return plans == null && text == null ? PlanCatalogue.builtIn() : PlanCatalogue.read(yaml);
        } catch (IOException e) {
            throw new PlainError(ExitCode.WRONG_USAGE, "the plans can't be read from " + plans);
        } catch (IllegalArgumentException e) {
            throw new PlainError(ExitCode.WRONG_USAGE, String.valueOf(e.getMessage()));
        }
    }
}

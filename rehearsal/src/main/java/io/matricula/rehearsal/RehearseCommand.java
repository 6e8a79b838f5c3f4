package io.matricula.rehearsal;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./matricula rehearse}: the cloud edition on this machine, until it is interrupted. */
@Command(
        name = "rehearse",
        description = {
            "Starts the cloud edition on this machine, without AWS: gateway, workers, usage and webhooks, each a process,",
            "on DynamoDB Local, ElasticMQ and S3Proxy. What ends is started again. Nothing is kept but logs and mails."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class RehearseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", description = "Where clients reach it, on this machine only.")
    private int port = 8080;

    @Option(names = "--workers", description = "Processes that recognise.")
    private int workers = 2;

    @Option(
            names = "--aws",
            description =
                    "What stands in for DynamoDB, SQS and S3 at one address, such as LocalStack's http://localhost:4566;"
                            + " without it stand-ins are started.")
    private @Nullable URI aws;

    @Option(names = "--folder", description = "For logs and mails.")
    private Path folder = Path.of("matricula-rehearsal");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RehearseCommand())
                .setExecutionExceptionHandler(RehearseCommand::plainly)
                .execute(arguments));
    }

    private static int plainly(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof IOException) {
            command.getErr().println("matricula: " + e.getMessage());
            return 1;
        }
        throw e;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (workers < 1 || port < 1 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--workers is at least 1, --port from 1 to 65535");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Starting stand-ins for AWS, a gateway, %d workers, usage and webhooks …%n", workers);
        Path root = Path.of(System.getProperty("launcher.home", "."));
        var rehearsal = Rehearsal.start(new Rehearsal.Settings(root, port, workers, folder, aws));
        Runtime.getRuntime().addShutdownHook(new Thread(rehearsal::close));
        tell(rehearsal, out);
        new CountDownLatch(1).await();
        return 0;
    }

    private void tell(Rehearsal rehearsal, PrintWriter out) {
        rehearsal.processes().forEach((name, pid) -> out.printf("  %-10s process %d%n", name, pid));
        out.printf("Logs and mails: %s%n", folder.toAbsolutePath());
        out.printf(
                "It is ready. Post a picture:%n%n  curl -H 'Authorization: Token %s' -F upload=@car.jpg %s/v1/plate-reader/%n%n",
                rehearsal.token().reveal(), rehearsal.url());
        out.printf("An operator's orders:%n%n  ./matricula cloud account list %s%n%n", rehearsal.operatorOptions());
        out.println("Ctrl-C ends it.");
        out.flush();
    }
}

package io.matricula.rehearsal;

import io.matricula.service.testkit.Emulator;
import io.matricula.service.token.TokenSecret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cloud edition without AWS: gateway, workers, usage and webhooks as processes of their own, wired as in the cloud, on DynamoDB
 * Local, ElasticMQ and S3Proxy. Nothing is kept when it is closed but logs and mails. Thread-safe once it is started.
 */
public final class Rehearsal implements AutoCloseable {
    private static final String PREFIX = "rehearsal-";
    private static final String ENDPOINT = "MATRICULA_CLOUD_ENDPOINTS_";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Settings settings;
    private final TokenSecret token = TokenSecret.random(new SecureRandom());
    private final List<Program> programs = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    private Rehearsal(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param root of a build of all modules
     * @param port where clients reach it, on this machine only
     * @param workers at least 1
     * @param folder for logs and mails; made if it is missing
     * @param aws what stands in for DynamoDB, SQS and S3 at one address, such as LocalStack; null to start emulators
     */
    public record Settings(
            Path root,
            int port,
            int workers,
            Path folder,
            @Nullable URI aws) {}

    /**
     * Starts everything; back when all are ready.
     *
     * @throws IOException if something doesn't start; nothing runs on then
     */
    public static Rehearsal start(Settings settings) throws IOException, InterruptedException {
        var rehearsal = new Rehearsal(settings);
        try {
            rehearsal.start();
            return rehearsal;
        } catch (IOException | InterruptedException | RuntimeException e) {
            rehearsal.close();
            throw e;
        }
    }

    private void start() throws IOException, InterruptedException {
        Files.createDirectories(settings.folder());
        findStandIns();
        environment.put("MATRICULA_PUBLIC_URL", url());
        environment.put("MATRICULA_WEBHOOKS_ALLOW_PRIVATE", "true");
        String secret = TokenSecret.random(new SecureRandom()).reveal();
        List<Integer> workers = freePorts(settings.workers());
        Program gateway = gateway(secret, workers);
        gateway.awaitReady();
        Program usage = server("usage");
        server("webhooks");
        startWorkers(secret, workers);
        for (Program program : programs) {
            program.awaitReady();
        }
        open.push(Front.open(settings.port(), gateway.port(), usage.port()));
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<Integer> ports = new ArrayList<>();
        while (ports.size() < count) {
            ports.add(Program.freePort());
        }
        return ports;
    }

    private void findStandIns() throws IOException, InterruptedException {
        URI aws = settings.aws();
        if (aws == null) {
            startEmulators();
        } else {
            List.of("DYNAMO", "SQS", "S3").forEach(service -> environment.put(ENDPOINT + service, aws.toString()));
        }
        MailFolder mails = opened(MailFolder.open(settings.folder().resolve("mail")));
        environment.put(ENDPOINT + "SES", mails.address().toString());
        environment.put("MATRICULA_CLOUD_PREFIX", PREFIX);
    }

    private void startEmulators() throws IOException, InterruptedException {
        Path built = settings.root().resolve("emulators");
        Emulator dynamo = opened(Emulator.dynamoDb(built, log("dynamodb-local")));
        Emulator queues = opened(Emulator.elasticMq(built, log("elasticmq")));
        Emulator pictures = opened(Emulator.s3Proxy(built, log("s3proxy")));
        environment.put(ENDPOINT + "DYNAMO", dynamo.address().toString());
        environment.put(ENDPOINT + "SQS", queues.address().toString());
        environment.put(ENDPOINT + "S3", pictures.address().toString());
    }

    /** The gateway makes tables, queues, bucket and account, so it comes first. */
    private Program gateway(String secret, List<Integer> workers) throws IOException {
        var own = new LinkedHashMap<>(environment);
        own.put("MATRICULA_CLOUD_ROLE", "gateway");
        own.put("MATRICULA_CLOUD_REHEARSAL_CREATE_STATE", "true");
        own.put("MATRICULA_CLOUD_REHEARSAL_ACCOUNT", "rehearsal@localhost");
        own.put("MATRICULA_CLOUD_REHEARSAL_TOKEN", token.reveal());
        own.put("MATRICULA_DISPATCH_SECRET", secret);
        own.put(
                "MATRICULA_DISPATCH_WORKERS",
                workers.stream().map(port -> "http://127.0.0.1:" + port).collect(Collectors.joining(",")));
        return program("gateway", "cloud-server", Program.freePort(), own);
    }

    private Program server(String role) throws IOException {
        var own = new LinkedHashMap<>(environment);
        own.put("MATRICULA_CLOUD_ROLE", role);
        return program(role, "cloud-server", Program.freePort(), own);
    }

    private void startWorkers(String secret, List<Integer> ports) throws IOException {
        var own = new LinkedHashMap<>(environment);
        own.put("MATRICULA_WORKER_SECRET", secret);
        // Whoever ends a rehearsal does not want to wait for balancers that aren't there.
        own.put("QUARKUS_SHUTDOWN_DELAY", "0s");
        for (int number = 1; number <= ports.size(); number++) {
            program("worker-" + number, "worker-server", ports.get(number - 1), own);
        }
    }

    private Program program(String name, String module, int port, Map<String, String> environment) throws IOException {
        Path jar = settings.root().resolve(Path.of(module, "target", "quarkus-app", "quarkus-run.jar"));
        Program program = opened(Program.start(name, jar, port, environment, log(name)));
        programs.add(program);
        return program;
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.push(one);
        return one;
    }

    private Path log(String name) {
        return settings.folder().resolve(name + ".log");
    }

    /** Where clients reach it, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + settings.port();
    }

    /** The options with which {@code matricula cloud} reaches it. */
    public String operatorOptions() {
        return "--prefix " + PREFIX + " --dynamo " + environment.get(ENDPOINT + "DYNAMO") + " --sqs "
                + environment.get(ENDPOINT + "SQS");
    }

    /** The token of the account that is there from the start. */
    public TokenSecret token() {
        return token;
    }

    /** Our processes, by name. */
    public Map<String, Long> processes() {
        return programs.stream()
                .collect(Collectors.toMap(Program::name, Program::pid, (one, other) -> one, LinkedHashMap::new));
    }

    /** Ends a process at once; a new one takes its place. */
    public void kill(String name) {
        program(name).kill();
    }

    /** @throws IOException if the process isn't ready in time */
    public void awaitReady(String name) throws IOException, InterruptedException {
        program(name).awaitReady();
    }

    private Program program(String name) {
        return programs.stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What was started last ends first: nobody is left without what it works on. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a part of the rehearsal doesn't end", e);
            }
        }
    }
}

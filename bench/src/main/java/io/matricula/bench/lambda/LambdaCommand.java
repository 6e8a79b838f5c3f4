package io.matricula.bench.lambda;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.CloudState;
import io.matricula.aws.client.Endpoints;
import io.matricula.aws.dynamo.Table;
import io.matricula.bench.lambda.UnpackedFunction.Run;
import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import io.matricula.service.account.Account;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.Emulator;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the functions of the cloud: how large their zips are, and how long they take to the first answer. */
@Command(
        name = "lambda",
        description =
                "Size of the functions' zips, and their start: plain, with an archive of classes, and after priming.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class LambdaCommand implements Callable<Integer> {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";
    private static final String PREFIX = "bench-";
    private static final String ABOUT =
            "Functions as AWS starts Java (serial collector, quick compiler, -Xmx400m), each time in a new process, to their first answer, for which"
                    + " DynamoDB Local on the same machine is asked (webhooks: an empty batch). Archive: dynamic archive of classes (AppCDS)"
                    + " written by one earlier run. Primed: the handler was made and primed before, as before a snapshot; only the call is measured."
                    + " Medians.";
    private final Path home = Path.of(System.getProperty("launcher.home", ""));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--starts", description = "How many times each.")
    private int starts = 5;

    @Mixin
    private Output output = new Output("lambda");

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.look();
        Path folder = Files.createTempDirectory(Files.createDirectories(home.resolve("bench/target")), "lambda");
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Emulator dynamo = Emulator.dynamoDb(home.resolve("emulators"), folder.resolve("dynamodb-local.log"))) {
            addAccount(dynamo);
            var environment = Map.of(
                    "MATRICULA_CLOUD_ENDPOINTS_DYNAMO", dynamo.address().toString(), "MATRICULA_CLOUD_PREFIX", PREFIX);
            rows.add(row("gateway", event("/v1/plate-reader/jobs/none"), environment, folder));
            rows.add(row("usage", event("/v1/statistics/"), environment, folder));
            rows.add(row("webhooks", "{\"Records\": []}", environment, folder));
        }
        spec.commandLine().getOut().println(output.write(ABOUT, rows, machine));
        return 0;
    }

    private static void addAccount(Emulator dynamo) {
        try (CloudState state = CloudState.open(CloudConfig.local(Endpoints.ofDynamo(dynamo.address()), PREFIX))) {
            state.createTables(Table.values());
            Instant now = Instant.now();
            Account account = Account.create("bench@localhost", new Plan("bench", 1000, 0, false), now);
            state.accounts().add(account);
            state.tokens().add(ApiToken.of(TokenSecret.parse(TOKEN).orElseThrow(), account.id(), "bench", now));
        }
    }

    /** A call as the HTTP API tells it. */
    private static String event(String path) {
        return """
                {"version": "2.0", "routeKey": "GET %1$s", "rawPath": "%1$s", "rawQueryString": "",
                 "headers": {"authorization": "Token %2$s", "host": "api.example.org"},
                 "requestContext": {"apiId": "a1b2c3d4e5", "stage": "$default",
                   "http": {"method": "GET", "path": "%1$s", "protocol": "HTTP/1.1", "sourceIp": "203.0.113.7"}},
                 "isBase64Encoded": false}
                """.formatted(path, TOKEN);
    }

    private Map<String, Object> row(String name, String event, Map<String, String> environment, Path folder)
            throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        var function = UnpackedFunction.unpack(home.resolve("lambda/" + name + "/target/function.zip"), own);
        Path file = Files.writeString(own.resolve("event.json"), event);
        Path archive = own.resolve("classes.jsa");
        String priming = home.resolve("lambda/" + name + "/src/main/resources/priming-events.jsonl")
                .toString();
        function.run(List.of("-XX:ArchiveClassesAtExit=" + archive), environment, "-", file);
        List<Run> plain = new ArrayList<>();
        List<Run> archived = new ArrayList<>();
        List<Run> primed = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            plain.add(function.run(List.of(), environment, "-", file));
            archived.add(function.run(List.of("-XX:SharedArchiveFile=" + archive), environment, "-", file));
            primed.add(function.run(List.of(), environment, priming, file));
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("function", name);
        row.put("zip MB", Math.round(function.bytes() / 1e5) / 10.0);
        row.put("first answer s", seconds(plain, run -> run.step("answered").wallNanos()));
        row.put("CPU s", seconds(plain, run -> run.step("answered").cpuNanos()));
        row.put("archive: first answer s", seconds(archived, run -> run.step("answered")
                .wallNanos()));
        row.put("archive: CPU s", seconds(archived, run -> run.step("answered").cpuNanos()));
        row.put("first call: CPU s", seconds(plain, run -> cpuBetween(run, "initialised")));
        row.put("first call, primed: CPU s", seconds(primed, run -> cpuBetween(run, "primed")));
        return row;
    }

    private static long cpuBetween(Run run, String before) {
        return run.step("answered").cpuNanos() - run.step(before).cpuNanos();
    }

    /** The median. */
    private static double seconds(List<Run> runs, ToLongFunction<Run> value) {
        long[] sorted = runs.stream().mapToLong(value).sorted().toArray();
        return Math.round(sorted[sorted.length / 2] / 1e7) / 100.0;
    }
}

package io.matricula.bench.speed;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.CloudState;
import io.matricula.aws.client.Endpoints;
import io.matricula.aws.dynamo.CapacityMeter;
import io.matricula.aws.dynamo.Table;
import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import io.matricula.embedded.LocalState;
import io.matricula.service.account.Account;
import io.matricula.service.account.AccountStore;
import io.matricula.service.admission.Admission;
import io.matricula.service.admission.AdmissionResult.Admitted;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.Emulator;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenSecret;
import io.matricula.service.token.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast calls are admitted, each stored for good before it is answered. */
@Command(
        name = "metering",
        description =
                "Admissions a second: token look-up, quota, rate and day counter, on SQLite and on DynamoDB Local.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class MeteringCommand implements Callable<Integer> {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Plan ENDLESS = new Plan("endless", 1_000_000_000_000L, Plan.NO_RATE_LIMIT, false);
    private static final String ABOUT =
            "Calls of one account admitted: token and account looked up; quota, rate window and day"
                    + " counter written in one. SQLite: write-ahead log, synchronous=FULL, group commit, flushed before the answer."
                    + " DynamoDB Local: in memory, in a process of its own on the same machine; it tells what DynamoDB would charge,"
                    + " and how fast the adapter is at most here, not how fast DynamoDB is.";
    private final Path home = Path.of(System.getProperty("launcher.home", ""));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--callers", split = ",", description = "How many call at the same time, one row each.")
    private List<Integer> callers = List.of(1, 4, 16, 64);

    @Option(names = "--seconds", description = "How long each row takes.")
    private int seconds = 5;

    @Option(names = "--disk", description = "A folder on the disk to measure.")
    private Path disk = home.resolve(Path.of("bench", "target"));

    @Mixin
    private Output output = new Output("metering");

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.look();
        List<Map<String, Object>> rows = new ArrayList<>(onSqlite());
        if (Emulator.dynamoDbRunsHere()) {
            rows.addAll(onDynamoDb());
        } else {
            spec.commandLine().getErr().println("DynamoDB Local doesn't run on this processor: left out");
        }
        var table = output.write(ABOUT, rows, machine);
        spec.commandLine().getOut().println(table);
        return 0;
    }

    private List<Map<String, Object>> onSqlite() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(disk), "metering");
        try (LocalState state = LocalState.open(folder)) {
            var admission = new Admission(state.accounts(), state.tokens(), state.usage());
            return rows("SQLite", admitting(admission, state.accounts(), state.tokens()), () -> 0);
        } finally {
            delete(folder);
        }
    }

    private List<Map<String, Object>> onDynamoDb() throws Exception {
        Path log = Files.createDirectories(disk).resolve("dynamodb-local.log");
        var meter = new CapacityMeter();
        try (Emulator dynamo = Emulator.dynamoDb(home.resolve("emulators"), log);
                CloudState state =
                        CloudState.open(CloudConfig.local(Endpoints.ofDynamo(dynamo.address()), "bench-"), meter)) {
            state.createTables(Table.ACCOUNTS, Table.TOKENS, Table.USAGE);
            var admission = new Admission(state.accounts(), state.tokens(), state.usage());
            return rows("DynamoDB Local", admitting(admission, state.accounts(), state.tokens()), meter::writeUnits);
        }
    }

    private List<Map<String, Object>> rows(String store, Load.Task admission, DoubleSupplier writeUnits)
            throws Exception {
        List<Map<String, Object>> rows = new ArrayList<>();
        Load.run(4, WARM_UP, admission);
        for (int count : callers) {
            double before = writeUnits.getAsDouble();
            Load.Outcome outcome = Load.run(count, Duration.ofSeconds(seconds), admission);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("store", store);
            row.put("callers", count);
            row.put("admissions/s", Math.round(outcome.perSecond()));
            row.put("p50 ms", Percentiles.rounded(outcome.latencies().at(0.5)));
            row.put("p99 ms", Percentiles.rounded(outcome.latencies().at(0.99)));
            row.put("slowest ms", Percentiles.rounded(outcome.latencies().at(1)));
            double units = writeUnits.getAsDouble() - before;
            row.put(
                    "write units a call",
                    units == 0
                            ? ""
                            : Percentiles.rounded(units / outcome.latencies().sorted().length));
            rows.add(row);
        }
        return rows;
    }

    private static Load.Task admitting(Admission admission, AccountStore accounts, TokenStore tokens) {
        Clock clock = Clock.systemUTC();
        Account bench = Account.create("bench@localhost", ENDLESS, clock.instant());
        accounts.add(bench);
        TokenSecret secret = TokenSecret.random(new SecureRandom());
        tokens.add(ApiToken.of(secret, bench.id(), "bench", clock.instant()));
        String token = secret.reveal();
        return number -> {
            var account = admission.authenticate(token).orElseThrow().account();
            if (!(admission.admit(account, clock.instant()) instanceof Admitted)) {
                throw new IllegalStateException("a call was refused");
            }
        };
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

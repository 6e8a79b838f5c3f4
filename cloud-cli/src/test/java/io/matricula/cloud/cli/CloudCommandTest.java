package io.matricula.cloud.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.CloudState;
import io.matricula.aws.client.Endpoints;
import io.matricula.aws.dynamo.Table;
import io.matricula.command.ExitCode;
import io.matricula.service.account.AccountId;
import io.matricula.service.admission.Admission;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.DeadJob;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobId;
import io.matricula.service.job.LeasedJob;
import io.matricula.service.job.QueuedJob;
import io.matricula.service.testkit.Emulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** An operator's orders to an installation on DynamoDB Local and ElasticMQ. */
@EnabledIf(value = "io.matricula.service.testkit.Emulator#dynamoDbRunsHere", disabledReason = "no DynamoDB Local here")
class CloudCommandTest {
    private static final String ANN = "ann@example.com";
    private static final Path BUILT = Path.of("..", "emulators");
    private static Emulator dynamo;
    private static Emulator sqs;

    private final String prefix = "test-" + UUID.randomUUID() + "-";
    private CloudState state;

    @BeforeAll
    static void start() throws Exception {
        dynamo = Emulator.dynamoDb(BUILT, Path.of("target", "dynamodb-local.log"));
        sqs = Emulator.elasticMq(BUILT, Path.of("target", "elasticmq.log"));
    }

    @AfterAll
    static void stop() {
        dynamo.close();
        sqs.close();
    }

    @BeforeEach
    void install() {
        state = CloudState.open(CloudConfig.local(new Endpoints(dynamo.address(), sqs.address(), null, null), prefix));
        state.createTables(Table.values());
        state.createQueues();
    }

    @AfterEach
    void close() {
        state.close();
    }

    private record Run(int exitCode, String out, String err) {}

    private Run cloud(String words) {
        return run(words + " --prefix " + prefix + " --dynamo " + dynamo.address() + " --sqs " + sqs.address());
    }

    private static Run run(String words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = CloudCommand.commandLine(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .execute(words.split(" "));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private List<String> done(String words) {
        Run run = cloud(words);
        assertThat(run.exitCode).as(run.err).isEqualTo(ExitCode.DONE);
        return run.out.lines().toList();
    }

    private static void assertRefused(Run run, int exitCode, String message) {
        assertThat(run.exitCode).as(run.err).isEqualTo(exitCode);
        assertThat(run.err.lines()).hasSize(1).first().asString().contains(message);
    }

    private boolean isGood(String token) {
        return new Admission(state.accounts(), state.tokens(), state.usage())
                .authenticate(token)
                .isPresent();
    }

    @Test
    void account_created_isAdmittedUntilItsTokenIsRevoked() {
        String token =
                done("account create --email " + ANN + " --plan free --calls 7").get(1);
        assertThat(isGood(token)).isTrue();
        assertThat(done("account list")).containsExactly(ANN + "  free  0 of 7 calls, 1 a second");
        assertThat(done("account suspend --email " + ANN)).first().asString().endsWith("suspended");
        assertThat(done("account usage --csv")).hasSize(2).last().asString().contains(ANN, "suspended");
        done("account revoke --email " + ANN + " --ending " + token.substring(36));
        assertThat(isGood(token)).isFalse();
        assertThat(done("account tokens --email " + ANN))
                .singleElement()
                .asString()
                .contains("revoked");
    }

    @Test
    void plans_ofAFile_areOnOffer(@TempDir Path folder) throws Exception {
        Path plans = Files.writeString(
                folder.resolve("plans.yaml"), "tiny: {calls: 10, per-second: 1, mmc: false, self-service: true}");
        assertThat(done("account create --email " + ANN + " --plan tiny --plans " + plans))
                .first()
                .asString()
                .startsWith(ANN + "  tiny  0 of 10 calls");
        assertRefused(cloud("account plan --email " + ANN + " --plan tiny"), ExitCode.WRONG_USAGE, "no plan tiny");
        assertRefused(
                cloud("account plan --email " + ANN + " --plan tiny --plans " + folder.resolve("none")),
                ExitCode.WRONG_USAGE,
                "can't be read");
    }

    private JobId dead(AccountId account) {
        Job job = Job.create(account, Instant.now(), "{}").withAnswer(new StoredAnswer(500, "{}"));
        state.jobs().add(job);
        state.deadJobs().put(new DeadJob(account, job.id(), 5, Instant.now(), "IllegalStateException: broken"));
        return job.id();
    }

    @Test
    void deadJobs_redriven_areQueuedForWorkers() {
        done("account create --email " + ANN + " --plan free");
        AccountId ann = state.accounts().findByEmail(ANN).orElseThrow().id();
        JobId one = dead(ann);
        JobId other = dead(ann);
        assertThat(done("jobs dead --account " + ANN))
                .hasSize(2)
                .first()
                .asString()
                .contains(one.value(), ANN, "taken 5 times  IllegalStateException: broken");

        assertThat(done("jobs redrive " + other)).containsExactly(other + "  queued");
        assertThat(done("jobs redrive")).containsExactly(one + "  queued");

        assertThat(done("jobs dead")).isEmpty();
        List<LeasedJob> taken = state.jobQueue().take(10, Duration.ofSeconds(9), Duration.ofSeconds(1));
        assertThat(taken)
                .extracting(LeasedJob::job)
                .containsExactlyInAnyOrder(new QueuedJob(ann, one), new QueuedJob(ann, other));
        assertThat(state.jobs().find(ann, one).orElseThrow().answer()).isNull();
        assertRefused(cloud("jobs redrive " + one), ExitCode.WRONG_USAGE, "no dead job " + one);
    }

    @Test
    void keys_rotated_areOneMore() {
        assertThat(done("keys list")).hasSize(1);
        assertThat(done("keys rotate")).hasSize(2).last().asString().doesNotContain("*");
    }

    @Test
    void installation_mistypedOrOutOfReach_isOnePlainLine() {
        assertRefused(cloud("account list --prefix none-"), ExitCode.WRONG_USAGE, "--prefix");
        String there = " --dynamo " + dynamo.address() + " --sqs " + sqs.address();
        assertRefused(run("account list --prefix none-" + there), ExitCode.STATE_NOT_WRITABLE, "none-");
        URI nobody = URI.create("http://localhost:1");
        assertRefused(
                run("jobs dead --dynamo " + nobody + " --sqs " + nobody), ExitCode.STATE_NOT_WRITABLE, "DynamoDB: ");
        assertRefused(run("jobs dead --dynamo " + nobody), ExitCode.WRONG_USAGE, "--sqs");
    }

    @Test
    void words_thatAreNoOrder_areOnePlainLine() {
        assertRefused(run("fly"), ExitCode.WRONG_USAGE, "matricula: ");
        assertRefused(run("jobs"), ExitCode.WRONG_USAGE, "dead or redrive");
        assertThat(run("account --help").out).contains("--region", "--prefix", "create");
    }
}

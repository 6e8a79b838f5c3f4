package io.matricula.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.command.ExitCode;
import io.matricula.embedded.LocalState;
import io.matricula.service.access.Caller;
import io.matricula.service.admission.Admission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountCommandTest {
    private static final String ANN = "ann@example.com";

    @TempDir
    private Path folder;

    private CommandRun account(String words) {
        return CommandRun.of((Object[]) ("account " + words + " --state " + folder).split(" "));
    }

    private void assertRefused(CommandRun run, String message) {
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err().lines()).hasSize(1).first().asString().contains(message);
    }

    private boolean isGood(String token) {
        try (LocalState state = LocalState.open(folder)) {
            return new Admission(state.accounts(), state.tokens(), state.usage())
                    .authenticate(token)
                    .map(Caller::account)
                    .isPresent();
        }
    }

    private static String lastLine(CommandRun run) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        return run.out().lines().reduce("", (first, second) -> second);
    }

    @Test
    void create_whileTheServerRuns_printsAGoodTokenOnTheLastLine() {
        try (LocalState server = LocalState.open(folder)) {
            String token = lastLine(account("create --email " + ANN + " --plan free"));
            var admission = new Admission(server.accounts(), server.tokens(), server.usage());
            assertThat(admission.authenticate(token).orElseThrow().account().email())
                    .isEqualTo(ANN);
        }
    }

    @Test
    void list_accountsWithTheirOwnTerms_showsThem() {
        account("create --email " + ANN + " --plan free");
        account("create --email bob@example.com --plan enterprise --calls 7 --per-second 0");
        account("create --email cem@example.com --plan free --mmc");
        account("create --email dan@example.com --plan enterprise --calls 7 --per-second 0 --no-mmc");
        assertThat(account("list").out().lines())
                .containsExactly(
                        "ann@example.com  free  0 of 2500 calls, 1 a second",
                        "bob@example.com  enterprise  0 of 7 calls, any rate, mmc",
                        "cem@example.com  free  0 of 2500 calls, 1 a second, mmc",
                        "dan@example.com  enterprise  0 of 7 calls, any rate");
    }

    @Test
    void plan_smaller_isPlannedForThePeriodsEnd() {
        account("create --email " + ANN + " --plan standard");
        assertThat(account("plan --email " + ANN + " --plan free").out())
                .contains("standard  0 of 50000")
                .containsPattern("free from \\d{4}-\\d\\d-\\d\\d");
        assertThat(account("plan --email " + ANN + " --plan standard-mmc").out())
                .contains("standard-mmc  0 of 50000")
                .doesNotContain("from");
    }

    @Test
    void suspendAndResume_account_isShown() {
        account("create --email " + ANN + " --plan free");
        assertThat(account("suspend --email " + ANN).out()).contains("suspended");
        assertThat(account("list").out()).contains("suspended");
        assertThat(account("resume --email " + ANN).out()).doesNotContain("suspended");
    }

    @Test
    void revoke_byLastFour_endsThatTokenOnly() {
        String first = lastLine(account("create --email " + ANN + " --plan free"));
        String second = lastLine(account("token --email " + ANN + " --name gate"));
        lastLine(account("revoke --email " + ANN + " --ending " + first.substring(36)));
        assertThat(isGood(first)).isFalse();
        assertThat(isGood(second)).isTrue();
        assertThat(account("tokens --email " + ANN).out().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("…" + first.substring(36)) && line.contains("revoked"))
                .anyMatch(line -> line.startsWith("…" + second.substring(36)) && line.contains("gate"));
    }

    @Test
    void usage_ofAllAccounts_isATable() {
        account("create --email " + ANN + " --plan free");
        account("create --email bob@example.com --plan standard");
        assertThat(account("usage").out().lines()).hasSize(2).first().asString().contains(ANN, "0 calls, free");
        assertThat(account("usage --csv").out().lines())
                .hasSize(3)
                .startsWith("account,email,plan,state,period_start,resets_on,calls")
                .anyMatch(line -> line.contains(",bob@example.com,standard,active,"));
        assertThat(account("usage --csv --from 2020-01-01 --to 2020-02-01")
                        .out()
                        .lines())
                .hasSize(1);
        assertRefused(account("usage --from yesterday"), "yesterday");
    }

    @Test
    void orders_thatCantBeCarriedOut_areOnePlainLine() {
        account("create --email " + ANN + " --plan free");
        assertRefused(account("create --email " + ANN + " --plan free"), "already");
        assertRefused(account("create --email bob@example.com --plan gold"), "free, standard");
        assertRefused(account("create --email bob@example.com --plan free --calls -1"), "negative");
        assertRefused(account("create --email bob --plan free"), "e-mail");
        assertRefused(account("suspend --email bob@example.com"), "no account");
        assertRefused(account("create --plan free"), "--email");
        assertRefused(CommandRun.of("account"), "Say what to do");
    }

    @Test
    void state_mistyped_isNotMade() {
        Path wrong = folder.resolve("sate");
        assertRefused(CommandRun.of("account", "list", "--state", wrong), "no accounts in " + wrong);
        assertThat(wrong).doesNotExist();
    }

    @Test
    void state_thatIsAFile_isOnePlainLine() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        CommandRun run = CommandRun.of("account", "create", "--email", ANN, "--plan", "free", "--state", file);
        assertThat(run.exitCode()).isEqualTo(ExitCode.STATE_NOT_WRITABLE);
        assertThat(run.err().lines()).hasSize(1);
    }
}

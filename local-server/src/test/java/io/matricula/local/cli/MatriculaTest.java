package io.matricula.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.command.ExitCode;
import org.junit.jupiter.api.Test;

class MatriculaTest {
    @Test
    void help_ofAllCommands_isPrinted() {
        assertThat(CommandRun.of("--help").out()).contains("serve", "read", "account", "bench", "Exit codes");
        assertThat(CommandRun.of("account", "--help").out()).contains("create", "list", "suspend", "--state");
        assertThat(CommandRun.of("account", "create", "--help").out()).contains("--email", "--plan", "--calls");
        assertThat(CommandRun.of("serve", "--help").out()).contains("--port", "--state");
        assertThat(CommandRun.of("read", "--help").out()).contains("--json", "--csv", "--draw", "--regions", "--mode");
    }

    @Test
    void version_ofTheBuild_isPrinted() {
        CommandRun run = CommandRun.of("--version");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).matches("matricula \\d+\\.\\d+\\.\\d+\\S*, Java .+\\R");
    }

    @Test
    void usage_wrongInAnyWay_isOneLineOnTheErrorStream() {
        for (Object[] words : new Object[][] {
            {},
            {"fly"},
            {"read"},
            {"read", "--mode", "slow", "x.jpg"},
            {"serve", "--port", "http"},
            {"serve", "--port", "0"},
            {"account", "usage", "--from", "2026-13-40"}
        }) {
            CommandRun run = CommandRun.of(words);

            assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).hasSize(1).first().asString().startsWith("matricula: ");
            assertThat(run.err()).doesNotContain("java.");
        }
    }
}

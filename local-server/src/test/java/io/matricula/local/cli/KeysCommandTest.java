package io.matricula.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.command.ExitCode;
import io.matricula.embedded.LocalState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
    @TempDir
    private Path folder;

    private CommandRun keys(String words) {
        return CommandRun.of((Object[]) ("keys " + words + " --state " + folder).split(" "));
    }

    @Test
    void rotate_addsAKeyThatDoesNotSignYet() {
        LocalState.open(folder).close();
        CommandRun first = keys("list");
        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.DONE);
        assertThat(first.out().lines()).hasSize(1).first().asString().matches("[0-9a-f]{8} {2}since \\S+ {2}\\*");
        assertThat(keys("rotate").out().lines()).hasSize(2).last().asString().doesNotContain("*");
        assertThat(keys("list").out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(first.out().substring(0, 8));
    }

    @Test
    void order_withoutAccountsOrWords_isRefused() {
        assertThat(keys("list").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(CommandRun.of("keys").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }
}

package io.matricula.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.command.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before the service starts; {@code make smoke} starts it. */
class ServeCommandTest {
    @TempDir
    private Path folder;

    @Test
    void serve_portTaken_saysWhichAndEnds() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun run = CommandRun.of("serve", "--port", other.getLocalPort(), "--state", folder.resolve("state"));

            assertThat(run.exitCode()).isEqualTo(ExitCode.PORT_TAKEN);
            assertThat(run.err().lines())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("127.0.0.1:" + other.getLocalPort(), "--port");
        }
    }

    @Test
    void serve_stateIsAFile_saysSoAndEnds() throws IOException {
        Path file = Files.writeString(folder.resolve("state"), "a file");

        CommandRun run = CommandRun.of("serve", "--state", file);

        assertThat(run.exitCode()).isEqualTo(ExitCode.STATE_NOT_WRITABLE);
        assertThat(run.err()).isEqualTo("matricula: can't write in the state folder " + file + ": it is a file\n");
    }

    @Test
    void serve_stateBelowAFile_saysSoAndEnds() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a file");

        CommandRun run = CommandRun.of("serve", "--state", file.resolve("state"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.STATE_NOT_WRITABLE);
        assertThat(run.err().lines()).hasSize(1);
    }
}

package io.matricula.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor with keys, and two machines of a customer. */
class LicenceCommandTest {
    @TempDir
    private Path folder;

    private CommandRun licence(String machine, Object... words) {
        List<Object> all = new ArrayList<>(List.of("licence"));
        all.addAll(Arrays.asList(words));
        all.addAll(List.of(
                "--keys", folder.resolve("keys"),
                "--issuer", folder.resolve("keys/issuer.pub"),
                "--state", folder.resolve(machine)));
        return CommandRun.of(all.toArray());
    }

    private static String lastLine(CommandRun run) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        return run.out().lines().reduce("", (first, second) -> second);
    }

    private static void assertRefused(CommandRun run, String message) {
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err().lines()).hasSize(1).first().asString().contains(message);
    }

    private String issue(String installation) {
        return lastLine(licence(
                "vendor",
                "issue",
                "--installation",
                installation,
                "--holder",
                "Parking Ltd",
                "--calls",
                50_000,
                "--expires",
                "2099-11-22",
                "--mmc"));
    }

    @BeforeEach
    void makeKeys() {
        lastLine(licence("vendor", "keys"));
    }

    @Test
    void keys_areMadeOnce_andTheSecretOneIsTheOwnersOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/issuer.key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertRefused(licence("vendor", "keys"), "keys in");
    }

    @Test
    void licence_fromIssueToActivation_isThatOfTheMachine() throws IOException {
        String id = lastLine(licence("a", "installation"));
        String key = issue(id);
        Path file = Files.writeString(folder.resolve("licence.txt"), key + "\n");
        assertThat(licence("vendor", "show", file).out()).contains("Parking Ltd", id, "50000 calls a month, make");
        assertThat(licence("a", "activate", file).out()).contains("2099-11-22");
        assertThat(licence("a", "installation").out()).contains("Licensed until 2099-11-22.");
        assertRefused(licence("b", "activate", key), "is for installation " + id);
        assertThat(Files.readString(folder.resolve("keys/licences.tsv")))
                .contains("\t-\t" + id + "\t2099-11-22\t50000");
    }

    @Test
    void licence_releasedAndTransferred_worksOnTheOtherMachineOnly() {
        String key = issue(lastLine(licence("a", "installation")));
        lastLine(licence("a", "activate", key));
        String receipt = lastLine(licence("a", "release"));
        String other = lastLine(licence("b", "installation"));
        String moved = lastLine(licence("vendor", "transfer", "--receipt", receipt, "--installation", other));
        assertThat(licence("b", "activate", moved).out()).contains("50000 calls");
        assertRefused(licence("a", "activate", key), "released");
        assertRefused(licence("vendor", "transfer", "--receipt", receipt, "--installation", other), "moved before");
        assertRefused(licence("a", "release"), "no licence");
    }

    @Test
    void orders_thatCantBeCarriedOut_areOnePlainLine() {
        assertRefused(licence("a", "activate", "hello"), "MLK1");
        assertRefused(licence("a", "show", "MLK1.a.b"), "MLK1");
        assertRefused(CommandRun.of("licence"), "Say what to do");
        assertRefused(CommandRun.of("licence", "issue", "--keys", folder), "--installation");
    }
}

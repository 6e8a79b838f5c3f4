package io.matricula.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.matricula.service.access.Caller;
import io.matricula.service.admission.Admission;
import io.matricula.service.admission.AdmissionResult.Admitted;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.token.ApiToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoAccountTest {
    private final FakeClock clock = FakeClock.at("2026-03-05T12:00:00Z");

    @TempDir
    Path folder;

    private LocalState state;

    @BeforeEach
    void open() {
        state = LocalState.open(folder);
    }

    @AfterEach
    void close() {
        state.close();
    }

    private Admission admission() {
        return new Admission(state.accounts(), state.tokens(), state.usage());
    }

    @Test
    void demoAccount_firstStart_mayCallWithoutRateLimit() {
        DemoAccount demo = state.demoAccount(clock);
        var account = admission().authenticate(demo.token().reveal()).map(Caller::account);
        assertThat(account).contains(demo.account());
        for (int i = 1; i <= 50; i++) {
            Admitted admitted = (Admitted) admission().admit(account.orElseThrow(), clock.instant());
            assertThat(admitted.calls()).isEqualTo(i);
        }
    }

    @Test
    void demoAccount_nextStart_isTheSameWithTheSameToken() {
        DemoAccount first = state.demoAccount(clock);
        state.close();
        open();
        DemoAccount second = state.demoAccount(clock);
        assertThat(second.account()).isEqualTo(first.account());
        assertThat(second.token().reveal()).isEqualTo(first.token().reveal());
        assertThat(state.tokens().listOf(first.account().id())).hasSize(1);
    }

    @Test
    void demoAccount_tokenFileDeleted_newTokenAndTheOldOneIsRevoked() throws IOException {
        DemoAccount first = state.demoAccount(clock);
        Files.delete(folder.resolve("token"));
        DemoAccount second = state.demoAccount(clock);
        assertThat(second.token().reveal()).isNotEqualTo(first.token().reveal());
        assertThat(admission().authenticate(first.token().reveal())).isEmpty();
        assertThat(admission().authenticate(second.token().reveal())).isPresent();
        assertThat(state.tokens().listOf(first.account().id()))
                .extracting(ApiToken::name)
                .containsOnly("demo");
    }

    @Test
    void demoAccount_tokenFileSpoilt_isReplaced() throws IOException {
        Files.writeString(folder.resolve("token"), "0".repeat(40));
        DemoAccount demo = state.demoAccount(clock);
        assertThat(Files.readString(folder.resolve("token")))
                .isEqualTo(demo.token().reveal() + "\n");
    }

    @Test
    void tokenFile_onDisk_isTheOwnersOnly() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        state.demoAccount(clock);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void database_onDisk_holdsNoToken() throws IOException {
        String token = state.demoAccount(clock).token().reveal();
        state.close();
        String bytes = new String(Files.readAllBytes(folder.resolve("matricula.db")), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("demo@localhost").doesNotContain(token);
    }
}

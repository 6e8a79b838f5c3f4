package io.matricula.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matricula.infra.settings.Installation;
import io.matricula.infra.settings.Sizes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    private final Map<String, String> context = new HashMap<>(Map.of(
            "name", "acme",
            "environment", "dev",
            "account", "111122223333",
            "sender", "plates@acme.example",
            "alarmsTo", "operator@acme.example",
            "workerTag", "1.0.0",
            "lambdas", "../lambda",
            "sizes", "environments.json"));

    @Test
    void read_allGiven_namesWhatTheServicesLookFor() {
        var installation = Installation.read(context::get);
        assertThat(installation.prefix()).isEqualTo("acme-dev-");
        assertThat(installation.names().jobQueue()).isEqualTo("acme-dev-jobs");
        assertThat(installation.names().region().id()).isEqualTo("eu-central-1");
        assertThat(installation.mailDomain()).isEqualTo("acme.example");
        assertThat(installation.domain()).isNull();
    }

    @Test
    void read_someMissing_namesThemAll() {
        context.remove("name");
        context.remove("account");
        assertThatThrownBy(() -> Installation.read(context::get)).hasMessageContaining("missing: name, account;");
    }

    @Test
    void read_aNameThatNoBucketCanHave_isRefused() {
        context.put("name", "Acme_Plates");
        assertThatThrownBy(() -> Installation.read(context::get)).hasMessageContaining("lower-case");
    }

    @Test
    void read_aDomainWithoutItsCertificate_isRefused() {
        context.put("domain", "api.acme.example");
        assertThatThrownBy(() -> Installation.read(context::get)).hasMessageContaining("both or none");
    }

    @Test
    void read_anEnvironmentThatIsNone_isRefused() {
        context.put("environment", "staging");
        assertThatThrownBy(() -> Installation.read(context::get)).hasMessageContaining("no environment staging");
    }

    @Test
    void sizes_withAnUnknownKey_areRefused(@TempDir Path folder) throws Exception {
        String text = Files.readString(Path.of("environments.json"));
        Path file = folder.resolve("sizes.json");
        Files.writeString(file, text.replace("\"burst\"", "\"speed\": 1, \"burst\""));
        assertThatThrownBy(() -> Sizes.read(file, "dev")).hasMessageContaining("speed");
    }

    @Test
    void sizes_withAMissingKey_areRefused(@TempDir Path folder) throws Exception {
        String text = Files.readString(Path.of("environments.json"));
        Path file = folder.resolve("sizes.json");
        Files.writeString(file, text.replaceFirst("\"keep\": false,", ""));
        assertThatThrownBy(() -> Sizes.read(file, "dev")).hasMessageContaining("keep");
    }
}

package io.matricula.gateway;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The requests in {@code contract/golden-sdk}, sent to the on-premises edition one after the other: calls are counted from file to file. The
 * installation's id is the only thing that chance gives, and no file shows it.
 */
@QuarkusTest
@TestProfile(SdkGoldenTest.OnPremises.class)
class SdkGoldenTest extends GoldenTest {
    private static final Path GOLDEN = Path.of("..", "contract", "golden-sdk");

    /** The settings of {@code serve --sdk}. */
    public static class OnPremises implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("matricula.sdk.enabled", "true", "matricula.answer.form", "sdk");
        }
    }

    static Stream<Path> requests() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".http")).sorted().toList().stream();
        }
    }
}

package io.matricula.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script in the repository's root, in a tree of its own with stand-ins for Maven and Java that say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path SCRIPT = Path.of("..", "matricula");
    private static final String MAVEN = """
            #!/bin/sh
            root=$(cd "$(dirname "$0")" && pwd)
            echo "$@" >>"$root/maven-calls"
            [ ! -f "$root/broken" ] || { echo "[ERROR] it does not compile"; exit 1; }
            mkdir -p "$root/local-server/target/quarkus-app/app" "$root/local-server/target/quarkus-app/lib/main"
            """;
    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
              *showSettings*) echo "    java.specification.version = $(cat "$(dirname "$0")/version")" >&2 ;;
              *) for word in "$@"; do echo "[$word]"; done; echo "letters ${LC_ALL-}" ;;
            esac
            """;

    @TempDir
    private Path folder;

    private Path root = Path.of("");
    private Path jdk = Path.of("");

    private record Outcome(int exitCode, String out, String err) {}

    @BeforeEach
    void makeTree() throws IOException {
        // A blank in the path, as on many a desktop.
        root = Files.createDirectories(folder.resolve("my checkout"));
        Files.copy(SCRIPT, root.resolve("matricula"));
        script(root.resolve("mvnw"), MAVEN);
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.createDirectories(root.resolve("local-server/src/main/java"));
        jdk = folder.resolve("jdk");
        script(jdk.resolve("bin/java"), JAVA);
        script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(jdk.resolve("bin/version"), "17");
    }

    @Test
    void launcher_firstUse_buildsOnceAndPassesTheWordsOn() throws Exception {
        Outcome first = launch("read", "my car.jpg", "--draw", "a b.png");
        Outcome second = launch("read", "x.jpg");

        assertThat(first.exitCode).isZero();
        assertThat(first.out)
                .contains("[io.matricula.local.cli.Matricula]\n[read]\n[my car.jpg]\n[--draw]\n[a b.png]\n");
        assertThat(first.err).contains("Building Matricula");
        assertThat(second.err).isEmpty();
        assertThat(mavenCalls()).hasSize(1).first().asString().contains("-pl local-server -am package");
    }

    @Test
    void launcher_sourceNewerThanTheBuild_buildsAgain() throws Exception {
        launch("read", "x.jpg");
        Path source = Files.writeString(root.resolve("local-server/src/main/java/New.java"), "class New {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        launch("read", "x.jpg");

        assertThat(mavenCalls()).hasSize(2);
    }

    @Test
    void launcher_serve_runsTheApplicationJar() throws Exception {
        assertThat(launch("serve", "--state", "/my state").out)
                .contains("quarkus-run.jar]\n[serve]\n[--state]\n[/my state]\n");
    }

    @Test
    void launcher_cloud_buildsAndRunsThatCommandAlone() throws Exception {
        assertThat(launch("cloud", "jobs", "dead").out)
                .contains("[io.matricula.cloud.cli.CloudCommand]\n[jobs]\n[dead]\n");
        assertThat(mavenCalls()).singleElement().asString().contains("-pl cloud-cli -am package");
    }

    @Test
    void launcher_inALocaleOfAscii_stillTakesNamesWithOtherLetters() throws Exception {
        Path script = root.resolve("matricula");
        String home = jdk.toString();

        assertThat(run(script, Map.of("JAVA_HOME", home, "LC_ALL", "C"), "read", "x").out)
                .endsWith("letters C.UTF-8\n");
        assertThat(run(script, Map.of("JAVA_HOME", home, "LC_ALL", "", "LC_CTYPE", "", "LANG", ""), "read", "x").out)
                .endsWith("letters C.UTF-8\n");
        assertThat(run(script, Map.of("JAVA_HOME", home, "LC_ALL", "de_DE.UTF-8"), "read", "x").out)
                .endsWith("letters de_DE.UTF-8\n");
    }

    @Test
    void launcher_throughALink_findsItsTree() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("matricula-link"), root.resolve("matricula"));

        assertThat(run(link, Map.of("JAVA_HOME", jdk.toString()), "read", "x").exitCode)
                .isZero();
    }

    @Test
    void launcher_buildFails_showsTheErrorAndTriesAgainNextTime() throws Exception {
        Files.writeString(root.resolve("broken"), "");

        Outcome failed = launch("read", "x.jpg");

        assertThat(failed.exitCode).isEqualTo(6);
        assertThat(failed.err).contains("it does not compile", "matricula: the build failed");
        Files.delete(root.resolve("broken"));
        assertThat(launch("read", "x.jpg").exitCode).isZero();
    }

    @Test
    void launcher_javaTooOldOrMissing_isOnePlainLine() throws Exception {
        Files.writeString(jdk.resolve("bin/version"), "11");
        Outcome old = launch("read", "x.jpg");
        Files.writeString(jdk.resolve("bin/version"), "1.8");
        Outcome older = launch("read", "x.jpg");
        Outcome wrong = run(root.resolve("matricula"), Map.of("JAVA_HOME", "/no/such/jdk"), "read", "x.jpg");

        assertThat(List.of(old, older, wrong)).allSatisfy(outcome -> {
            assertThat(outcome.exitCode).isEqualTo(5);
            assertThat(outcome.err.lines())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("matricula: ")
                    .contains("java");
        });
        assertThat(root.resolve("maven-calls")).doesNotExist();
    }

    @Test
    void launcher_javaWithoutCompiler_asksForAJdk() throws Exception {
        Files.delete(jdk.resolve("bin/javac"));

        Outcome outcome = launch("read", "x.jpg");

        assertThat(outcome.exitCode).isEqualTo(5);
        assertThat(outcome.err).contains("JDK");
    }

    private Outcome launch(String... words) throws Exception {
        return run(root.resolve("matricula"), Map.of("JAVA_HOME", jdk.toString()), words);
    }

    private Outcome run(Path launcher, Map<String, String> environment, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(Arrays.asList(words));
        Path err = Files.createTempFile(folder, "err", null);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out, Files.readString(err));
    }

    private List<String> mavenCalls() throws IOException {
        return Files.readAllLines(root.resolve("maven-calls"));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}

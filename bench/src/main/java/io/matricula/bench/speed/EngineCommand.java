package io.matricula.bench.speed;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the engine without the service; each way to run it gets a JVM of its own, so that memory is its own too. */
@Command(
        name = "engine",
        description = "CPU and wall time a picture, by stage, and memory.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class EngineCommand implements Callable<Integer> {
    private static final List<String> WAYS =
            List.of("1:1:normal", "1:2:normal", "2:1:normal", "1:1:fast", "1:1:redaction");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Pictures pictures = new Pictures();

    @Option(names = "--seconds", description = "Measured time of each way to run.")
    private int seconds = 20;

    @Option(names = "--bundle", description = "Folder of the bundle; without it, the one that is built in.")
    private @Nullable Path bundle;

    @Mixin
    private Output output = new Output("engine");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Machine machine = Machine.look();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String way : WAYS) {
            rows.add(measure(way));
        }
        String about = "The engine alone, from JPEG bytes: " + pictures.describe(pictures.load())
                + ". CPU: of the whole process. Stages: mean wall time. Resident: at the end, with a heap bounded to 256 MiB.";
        String table = output.write(about, rows, machine);
        spec.commandLine().getOut().println(table);
        return 0;
    }

    private Map<String, Object> measure(String way) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-Xmx"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.matricula.bench.Bench",
                "engine-run",
                way,
                "--seconds",
                "" + seconds));
        command.addAll(pictures.arguments());
        if (bundle != null) {
            command.addAll(List.of("--bundle", bundle.toString()));
        }
        Process run = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] row;
        try (InputStream out = run.getInputStream()) {
            row = out.readAllBytes();
        }
        int exitCode = run.waitFor();
        if (exitCode != 0) {
            throw new IOException("the run " + way + " ended with " + exitCode);
        }
        return new ObjectMapper().readValue(row, new TypeReference<>() {});
    }
}

package io.matricula.bench.kill;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.CloudState;
import io.matricula.aws.client.Endpoints;
import io.matricula.aws.dynamo.CapacityMeter;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.testkit.Emulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that counts on DynamoDB Local, and SIGKILL for that process; the database goes on. */
final class KilledClient implements Subject {
    private final Emulator dynamo;
    private final CloudState state;

    KilledClient(Path home, Path disk) throws IOException, InterruptedException {
        dynamo = Emulator.dynamoDb(
                home.resolve("emulators"), Files.createDirectories(disk).resolve("dynamodb-local.log"));
        state = open(dynamo.address());
        state.createTables(Table.USAGE);
    }

    static CloudState open(URI address) {
        return CloudState.open(CloudConfig.local(Endpoints.ofDynamo(address), "kills-"), new CapacityMeter());
    }

    @Override
    public Segment run(int calls) throws IOException, InterruptedException {
        long before = counted();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountingProcess.class.getName(),
                        dynamo.address().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream answers = process.getInputStream()) {
            long answered = answers.readNBytes(calls).length;
            // Through the handle: Process would close the stream, and with it lose answers already given.
            process.toHandle().destroyForcibly();
            answered += answers.readAllBytes().length;
            process.waitFor();
            if (answered < calls) {
                throw new IOException("the counting process ended by itself after " + answered + " calls");
            }
            return new Segment(answered, CountingProcess.THREADS, counted() - before);
        } finally {
            process.destroyForcibly();
        }
    }

    private long counted() {
        return state.usage()
                .find(CountingProcess.ACCOUNT, CountingProcess.PERIOD)
                .calls();
    }

    @Override
    public void close() throws IOException {
        state.close();
        dynamo.close();
    }
}

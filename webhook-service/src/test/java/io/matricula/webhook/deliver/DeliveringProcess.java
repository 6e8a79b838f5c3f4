package io.matricula.webhook.deliver;

import io.matricula.embedded.LocalState;
import io.matricula.service.account.AccountId;
import io.matricula.service.address.AddressGuard;
import io.matricula.service.webhook.AnswerFacts;
import io.matricula.service.webhook.EventPublisher;
import io.matricula.webhook.send.SendSettings;
import io.matricula.webhook.send.TargetClient;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** A process that answers calls and delivers their events, until it is killed. Tells the event of each answer. */
final class DeliveringProcess {
    static final AccountId ACCOUNT = new AccountId("killed");
    private static final WorkerSettings SETTINGS =
            new WorkerSettings(32, 200, Duration.ofSeconds(3), Duration.ofSeconds(1));

    private DeliveringProcess() {}

    /** @param arguments the state folder, and how many events to publish */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LocalState state = LocalState.open(Path.of(arguments[0]));
        var client = new TargetClient(SendSettings.STANDARD, AddressGuard.ofSystem(true), Clock.systemUTC());
        DeliveryWorkerTest.worker(state, client, SETTINGS).start();
        EventPublisher publisher = DeliveryWorkerTest.publisher(state);
        int left = Integer.parseInt(arguments[1]);
        // Unbuffered: what was answered must not die with the process.
        var answers = new FileOutputStream(FileDescriptor.out);
        for (int i = 0; i < left; i++) {
            var event = publisher.publish(
                    ACCOUNT, new AnswerFacts(null, Set.of(), 0), () -> "{\"results\":[]}", new byte[0]);
            answers.write((event.orElseThrow() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        Thread.sleep(Duration.ofMinutes(2).toMillis());
    }
}

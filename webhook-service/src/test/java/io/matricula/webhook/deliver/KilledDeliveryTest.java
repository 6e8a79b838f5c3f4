package io.matricula.webhook.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.embedded.LocalState;
import io.matricula.service.testkit.WebhookReceiver;
import io.matricula.service.testkit.Webhooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that publishes and delivers with SIGKILL, again and again. {@code -Dkills=20} kills it more often. */
@Timeout(150)
class KilledDeliveryTest {
    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final int EVENTS = 2000;
    private final Random random = new Random(11);

    @TempDir
    Path folder;

    @Test
    void deliver_killedAtAnyPoint_bringsEveryEventAtLeastOnce() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            try (var state = LocalState.open(folder)) {
                state.webhooks().add(Webhooks.webhook(DeliveringProcess.ACCOUNT, receiver.url("/")));
            }
            Set<String> answered = new LinkedHashSet<>();
            for (int kill = 0; kill < KILLS; kill++) {
                answered.addAll(runUntilKilled(EVENTS / KILLS, random.nextInt(EVENTS / KILLS)));
            }
            Set<String> arrived = runUntilArrived(receiver, answered, EVENTS - answered.size());
            assertThat(arrived).containsAll(answered);
            System.out.printf(
                    "%d kills: %d events answered, %d arrived in %d deliveries%n",
                    KILLS, answered.size(), arrived.size(), receiver.received().size());
        }
    }

    /** Lets a process publish up to {@code events}, kills it after some of them, and returns those that it answered. */
    private List<String> runUntilKilled(int events, int killAfter) throws IOException {
        Process process = start(events);
        try (var answers = process.getInputStream()) {
            byte[] first = answers.readNBytes(33 * Math.max(1, killAfter));
            // Through the handle: Process would close the stream, and with it lose answers already given.
            process.toHandle().destroyForcibly();
            byte[] rest = answers.readAllBytes();
            return lines(first, rest);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> lines(byte[] first, byte[] rest) {
        String text = new String(first, StandardCharsets.US_ASCII) + new String(rest, StandardCharsets.US_ASCII);
        return text.lines().filter(line -> line.length() == 32).toList();
    }

    /** Lets a process publish the rest and deliver undisturbed until every answered event has arrived. */
    private Set<String> runUntilArrived(WebhookReceiver receiver, Set<String> answered, int events) throws Exception {
        Process process = start(events);
        try (var answers = process.getInputStream()) {
            answered.addAll(lines(answers.readNBytes(33 * events), new byte[0]));
            long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
            Set<String> arrived = new HashSet<>();
            while (!arrived.containsAll(answered) && System.nanoTime() < deadline) {
                Thread.sleep(100);
                receiver.received().forEach(request -> arrived.add(request.id()));
            }
            return arrived;
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(int events) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeliveringProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(events))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}

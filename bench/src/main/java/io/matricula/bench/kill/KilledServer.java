package io.matricula.bench.kill;

import io.matricula.bench.server.Server;
import io.matricula.embedded.LocalState;
import io.matricula.service.account.Account;
import io.matricula.service.usage.UsagePeriod;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;

/** The whole service on SQLite: pictures over HTTP, and SIGKILL for the server. */
final class KilledServer implements Subject {
    private static final int CALLERS = 4;
    private static final int SIDE = 64;

    private final Path state;
    private final byte[] picture;

    KilledServer(Path disk) throws IOException {
        state = Files.createTempDirectory(Files.createDirectories(disk), "killed");
        picture = blank();
    }

    /** As small as may be: counting is what is tested. */
    private static byte[] blank() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }

    @Override
    public Segment run(int calls) throws IOException, InterruptedException {
        try (Server server = Server.on(state)) {
            long before = server.counted(HttpClient.newHttpClient());
            Callers callers = new Callers(server, calls);
            callers.runAndKill();
            long answered = callers.answered.get();
            return new Segment(answered, callers.sent.get() - answered, counted() - before);
        }
    }

    /** As the next process finds it in the state folder. */
    private long counted() {
        Clock clock = Clock.systemUTC();
        try (LocalState left = LocalState.open(state)) {
            Account account = left.demoAccount(clock).account();
            return left.usage()
                    .find(account.id(), UsagePeriod.containing(clock.instant(), account.signUpDay()))
                    .calls();
        }
    }

    /** Clients that each send one picture after the other, until the server is gone. */
    private final class Callers {
        private final Server server;
        private final CountDownLatch enough;
        private final AtomicBoolean stopped = new AtomicBoolean();
        final AtomicLong sent = new AtomicLong();
        final AtomicLong answered = new AtomicLong();

        Callers(Server server, int calls) {
            this.server = server;
            this.enough = new CountDownLatch(calls);
        }

        void runAndKill() throws InterruptedException {
            ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
            for (int i = 0; i < CALLERS; i++) {
                threads.execute(this::call);
            }
            boolean answers = enough.await(10, TimeUnit.MINUTES);
            server.kill();
            stopped.set(true);
            threads.shutdown();
            if (!threads.awaitTermination(1, TimeUnit.MINUTES) || !answers) {
                throw new IllegalStateException("too few answers, or callers that go on without a server");
            }
        }

        private void call() {
            try {
                while (!stopped.get()) {
                    sent.incrementAndGet();
                    server.recognize(picture);
                    answered.incrementAndGet();
                    enough.countDown();
                }
            } catch (IOException e) {
                // The server is gone, as it should be. One that refused the call would leave too few answers.
            }
        }
    }

    @Override
    public void close() throws IOException {
        Server.delete(state);
    }
}

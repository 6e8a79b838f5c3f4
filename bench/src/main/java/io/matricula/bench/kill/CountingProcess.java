package io.matricula.bench.kill;

import io.matricula.service.account.AccountId;
import io.matricula.service.plan.Plan;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.UsagePeriod;
import io.matricula.service.usage.UsageStore;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Counts calls on several threads and tells each answer at once, until it is killed. */
final class CountingProcess {
    static final int THREADS = 8;
    static final AccountId ACCOUNT = new AccountId("killed");
    static final UsagePeriod PERIOD = UsagePeriod.containing(Instant.now(), LocalDate.now(Clock.systemUTC()));
    private static final Plan PLAN = new Plan("large", 1_000_000_000, Plan.NO_RATE_LIMIT, false);

    private CountingProcess() {}

    /** @param address of DynamoDB Local */
    public static void main(String[] address) {
        Logger.getLogger("").setLevel(Level.WARNING);
        UsageStore usage = KilledClient.open(URI.create(address[0])).usage();
        // Unbuffered: what was answered must not die with the process.
        var answers = new FileOutputStream(FileDescriptor.out);
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> count(usage, answers)).start();
        }
    }

    private static void count(UsageStore usage, FileOutputStream answers) {
        try {
            while (true) {
                usage.count(new Call(ACCOUNT, PERIOD, Instant.now()), PLAN);
                answers.write('.');
            }
        } catch (IOException e) {
            throw new IllegalStateException("nobody listens", e);
        }
    }
}

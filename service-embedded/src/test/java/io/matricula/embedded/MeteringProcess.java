package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.plan.Plan;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.UsagePeriod;
import io.matricula.service.usage.UsageStore;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

/** A process that counts calls on several threads and tells each answer at once, until it is killed. */
final class MeteringProcess {
    static final int THREADS = 8;
    static final AccountId ACCOUNT = new AccountId("killed");
    static final UsagePeriod PERIOD =
            UsagePeriod.containing(Instant.parse("2026-03-05T12:00:00Z"), LocalDate.parse("2026-03-01"));
    private static final Plan PLAN = new Plan("large", 1_000_000_000, Plan.NO_RATE_LIMIT, false);

    private MeteringProcess() {}

    public static void main(String[] folder) {
        UsageStore usage = LocalState.open(Path.of(folder[0])).usage();
        // Unbuffered: what was answered must not die with the process.
        var answers = new FileOutputStream(FileDescriptor.out);
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> count(usage, answers)).start();
        }
    }

    private static void count(UsageStore usage, FileOutputStream answers) {
        var call = new Call(ACCOUNT, PERIOD, Instant.parse("2026-03-05T12:00:00Z"));
        try {
            while (true) {
                usage.count(call, PLAN);
                answers.write('.');
            }
        } catch (IOException e) {
            throw new IllegalStateException("nobody listens", e);
        }
    }
}

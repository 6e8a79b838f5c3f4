package io.matricula.embedded;

import io.matricula.service.job.JobQueue;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.JobQueueContract;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteJobQueueTest extends JobQueueContract {
    @TempDir
    Path folder;

    private final FakeClock clock = FakeClock.at("2026-03-05T12:00:00Z");
    private LocalState state;

    @BeforeEach
    void open() {
        state = LocalState.open(folder);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected JobQueue queue() {
        return state.jobQueue(clock);
    }

    @Override
    protected void pass(Duration time) {
        clock.advance(time);
    }
}

package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matricula.service.licence.Installation;
import io.matricula.service.licence.InstallationStore;
import io.matricula.service.licence.LicenceException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link InstallationStore} must do. A subclass gives a fresh store to each test. */
public abstract class InstallationStoreContract {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00.25Z");

    protected abstract InstallationStore store();

    private Installation make() {
        return store().update(() -> Installation.create(NOW), same -> same);
    }

    private static Installation released(Installation before, String id) {
        var ids = new TreeSet<>(before.released());
        ids.add(id);
        return new Installation(
                before.privateKey(),
                before.publicKey(),
                before.firstStart(),
                before.lastSeen(),
                before.licence(),
                before.newestIssue(),
                ids);
    }

    @Test
    void update_firstAndLater_keepsOneInstallation() {
        Installation made = make();
        assertThat(make()).isEqualTo(made);
        assertThat(made.id())
                .matches("([0-9A-F]{4}-){4}[0-9A-F]{4}")
                .isNotEqualTo(Installation.create(NOW).id());
    }

    @Test
    void update_ofEveryValue_isKept() {
        Installation made = make();
        var full = new Installation(
                made.privateKey(),
                made.publicKey(),
                made.firstStart(),
                NOW.plusNanos(1),
                "MLK1.a.b",
                NOW.minusSeconds(9),
                Set.of("x", "y"));
        assertThat(store().update(() -> Installation.create(NOW), before -> full))
                .isEqualTo(full);
        assertThat(make()).isEqualTo(full);
        assertThat(store().update(() -> Installation.create(NOW), before -> made))
                .isEqualTo(made);
    }

    @Test
    void update_thatThrows_changesNothing() {
        Installation made = make();
        assertThatThrownBy(() -> store().update(() -> Installation.create(NOW), before -> {
                    throw new LicenceException("no");
                }))
                .isInstanceOf(LicenceException.class)
                .hasMessage("no");
        assertThat(make()).isEqualTo(made);
    }

    @Test
    void update_byManyAtOnce_losesNone() throws Exception {
        InstallationStore store = store();
        var number = new AtomicInteger();
        List<Installation> seen = Concurrent.run(
                40,
                8,
                () -> store.update(
                        () -> Installation.create(NOW), before -> released(before, "id" + number.incrementAndGet())));
        assertThat(seen).extracting(Installation::id).containsOnly(make().id());
        assertThat(make().released()).hasSize(40);
    }
}

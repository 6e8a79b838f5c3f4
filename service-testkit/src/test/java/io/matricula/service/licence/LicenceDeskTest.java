package io.matricula.service.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matricula.service.licence.LicenceStatus.State;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryInstallationStore;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LicenceDeskTest {
    private static final KeyPair ISSUER = KeyText.newPair();
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final FakeClock clock = new FakeClock(START);
    private final InMemoryInstallationStore store = new InMemoryInstallationStore();
    private final LicenceDesk desk = new LicenceDesk(store, ISSUER.getPublic(), clock);

    private Licence licence(String installation, Instant issued) {
        return new Licence(
                Licence.newId(), "Parking Ltd", installation, 50_000, false, issued, LocalDate.parse("2027-11-22"), 14);
    }

    private String key(String installation, Instant issued) {
        return LicenceKey.write(licence(installation, issued), ISSUER.getPrivate());
    }

    private State stateAt(String instant) {
        clock.set(Instant.parse(instant));
        return desk.look().state();
    }

    private static void assertRefused(Runnable order, String message) {
        assertThatThrownBy(order::run).isInstanceOf(LicenceException.class).hasMessageContaining(message);
    }

    @Test
    void trial_ofANewInstallation_lasts30Days() {
        LicenceStatus status = desk.look();
        assertThat(status.state()).isEqualTo(State.TRIAL);
        assertThat(status.works()).isTrue();
        assertThat(status.plan().callsPerPeriod()).isEqualTo(2_500);
        assertThat(status.message()).contains("2026-12-22", desk.installation().id());
        assertThat(stateAt("2026-12-22T11:59:59Z")).isEqualTo(State.TRIAL);
        assertThat(stateAt("2026-12-22T12:00:00Z")).isEqualTo(State.TRIAL_OVER);
        assertThat(desk.look().works()).isFalse();
    }

    @Test
    void licence_fromActivationToExpiry_worksThenWarnsThenEnds() {
        desk.activate(key(desk.installation().id(), START));
        LicenceStatus status = desk.look();
        assertThat(status.state()).isEqualTo(State.LICENSED);
        assertThat(status.plan()).isEqualTo(new Plan("licence", 50_000, Plan.NO_RATE_LIMIT, false));
        assertThat(stateAt("2027-11-22T23:59:59Z")).isEqualTo(State.LICENSED);
        assertThat(stateAt("2027-11-23T00:00:00Z")).isEqualTo(State.GRACE);
        assertThat(desk.look().works()).isTrue();
        assertThat(desk.look().message()).contains("2027-11-22", "2027-12-06");
        assertThat(stateAt("2027-12-06T23:59:59Z")).isEqualTo(State.GRACE);
        assertThat(stateAt("2027-12-07T00:00:00Z")).isEqualTo(State.EXPIRED);
        assertThat(desk.look().works()).isFalse();
    }

    @Test
    void activate_ofWhatIsNoLicenceOfThisInstallation_isRefused() {
        String id = desk.installation().id();
        assertRefused(() -> desk.activate(key(Installation.create(START).id(), START)), id);
        assertRefused(() -> desk.activate("hello"), "MLK1");
        assertRefused(() -> desk.activate(""), "MLK1");
        Licence forged = licence(id, START);
        assertRefused(
                () -> desk.activate(LicenceKey.write(forged, KeyText.newPair().getPrivate())), "issuer");
        clock.set(Instant.parse("2027-12-07T00:00:00Z"));
        assertRefused(() -> desk.activate(key(id, START)), "expired on 2027-11-22");
        assertThat(desk.installation().licence()).isNull();
    }

    @Test
    void look_withAnotherIssuersKey_saysSo() {
        desk.activate(key(desk.installation().id(), START));
        LicenceStatus other = new LicenceDesk(store, KeyText.newPair().getPublic(), clock).look();
        assertThat(other.state()).isEqualTo(State.NOT_OURS);
        assertThat(other.works()).isFalse();
    }

    @Test
    void clock_setBack_isNoticedUntilItIsRightAgain() {
        desk.activate(key(desk.installation().id(), START));
        assertThat(stateAt("2026-12-24T12:00:00Z")).isEqualTo(State.LICENSED);
        assertThat(stateAt("2026-12-24T11:00:00Z")).isEqualTo(State.LICENSED);
        assertThat(stateAt("2026-12-24T10:59:59Z")).isEqualTo(State.CLOCK_SET_BACK);
        assertThat(desk.look().message()).contains("2026-12-24T10:59:59Z", "2026-12-24T12:00:00Z");
        assertThat(stateAt("2026-12-24T12:00:00Z")).isEqualTo(State.LICENSED);
    }

    @Test
    void clock_thatShowedAFuture_isForgivenWithANewLicenceOnly() {
        String id = desk.installation().id();
        String first = key(id, START);
        desk.activate(first);
        assertThat(stateAt("2036-01-01T00:00:00Z")).isEqualTo(State.EXPIRED);
        assertThat(stateAt("2026-11-23T00:00:00Z")).isEqualTo(State.CLOCK_SET_BACK);
        desk.activate(first);
        assertThat(desk.look().state()).isEqualTo(State.CLOCK_SET_BACK);
        desk.activate(key(id, clock.instant()));
        assertThat(desk.look().state()).isEqualTo(State.LICENSED);
    }

    @Test
    void release_thenTransfer_movesTheTermsToTheOtherMachineOnly() {
        String key = key(desk.installation().id(), START);
        desk.activate(key);
        clock.advance(Duration.ofDays(3));
        String receipt = desk.release(1234);

        assertThat(desk.look().state()).isEqualTo(State.RELEASED);
        assertRefused(() -> desk.activate(key), "released");
        assertRefused(() -> desk.release(1234), "no licence");

        var otherDesk = new LicenceDesk(new InMemoryInstallationStore(), ISSUER.getPublic(), clock);
        ReleaseReceipt read = ReleaseReceipt.read(receipt);
        assertThat(read.calls()).isEqualTo(1234);
        Licence moved = read.moveTo(otherDesk.installation().id(), ISSUER.getPublic(), clock.instant());
        String movedKey = LicenceKey.write(moved, ISSUER.getPrivate());
        assertThat(otherDesk.activate(movedKey).callsPerPeriod()).isEqualTo(50_000);
        assertThat(otherDesk.look().state()).isEqualTo(State.LICENSED);
        assertRefused(() -> desk.activate(movedKey), "is for installation");
    }

    @Test
    void receipt_changedOrForged_isRefused() {
        desk.activate(key(desk.installation().id(), START));
        Installation installation = desk.installation();
        String receipt = desk.release(10);
        assertRefused(() -> ReleaseReceipt.read(flipped(receipt)), "receipt");
        Installation forger = Installation.create(START);
        var forged = new ReleaseReceipt("k", "l", installation.id(), 0, START);
        assertRefused(() -> ReleaseReceipt.read(forged.write(forger)), "was not written by");
        assertRefused(() -> ReleaseReceipt.read(key(installation.id(), START)), "MLR1");
    }

    /** The last but one character of the values is another. */
    private static String flipped(String signed) {
        int at = signed.lastIndexOf('.') - 8;
        return signed.substring(0, at) + (signed.charAt(at) == 'A' ? 'B' : 'A') + signed.substring(at + 1);
    }
}

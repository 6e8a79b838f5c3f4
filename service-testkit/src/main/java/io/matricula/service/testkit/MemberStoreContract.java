package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberId;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.identity.Role;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link MemberStore} must do. A subclass gives a fresh store to each test. */
public abstract class MemberStoreContract {
    private static final Instant JOINED = Instant.parse("2026-03-01T10:00:00.5Z");
    private static final Instant LATER = Instant.parse("2026-03-02T10:00:00.000001Z");
    private final AccountId account = AccountId.random();

    protected abstract MemberStore store();

    private Member member(String email, Instant joined) {
        return Member.create(account, email, Role.ADMIN, "$argon2id$x", joined);
    }

    private Member added(String email) {
        Member member = member(email, JOINED);
        assertThat(store().add(member)).isTrue();
        return member;
    }

    @Test
    void find_addedMember_isEqual() {
        Member ann = added("ann@example.com");
        assertThat(store().find(account, ann.id())).contains(ann);
        assertThat(store().findByEmail("ann@example.com")).contains(ann);
    }

    @Test
    void find_unknownOrAnothers_isEmpty() {
        Member ann = added("ann@example.com");
        assertThat(store().find(account, MemberId.random())).isEmpty();
        assertThat(store().find(AccountId.random(), ann.id())).isEmpty();
        assertThat(store().findByEmail("bob@example.com")).isEmpty();
        assertThat(store().findByEmail("' or 1=1 --")).isEmpty();
    }

    @Test
    void add_takenEmail_changesNothing() {
        Member ann = added("ann@example.com");
        Member other = Member.create(AccountId.random(), "ann@example.com", Role.OWNER, "$argon2id$y", LATER);
        assertThat(store().add(other)).isFalse();
        assertThat(store().findByEmail("ann@example.com")).contains(ann);
        assertThat(store().listOf(other.account())).isEmpty();
    }

    @Test
    void add_takenId_changesNothing() {
        Member ann = added("ann@example.com");
        var same = new Member(ann.id(), account, "bob@example.com", Role.OWNER, "$argon2id$y", LATER, LATER);
        assertThat(store().add(same)).isFalse();
        assertThat(store().listOf(account)).containsExactly(ann);
        assertThat(store().findByEmail("bob@example.com")).isEmpty();
    }

    @Test
    void add_sameEmailConcurrently_oneWins() throws Exception {
        var added = Concurrent.run(32, 8, () -> store().add(member("ann@example.com", JOINED)));
        assertThat(added).containsOnlyOnce(true);
        assertThat(store().listOf(account)).hasSize(1);
    }

    @Test
    void listOf_twoAccounts_showsOwnMembersOldestFirst() {
        Member young = member("young@example.com", LATER);
        store().add(young);
        Member old = added("old@example.com");
        store().add(Member.create(AccountId.random(), "bob@example.com", Role.OWNER, "$argon2id$x", JOINED));
        assertThat(store().listOf(account)).containsExactly(old, young);
        assertThat(store().listOf(AccountId.random())).isEmpty();
    }

    @Test
    void changePassword_ownMember_isKept() {
        Member ann = added("ann@example.com");
        Member bob = added("bob@example.com");
        assertThat(store().changePassword(account, ann.id(), "$argon2id$new", LATER))
                .isTrue();
        assertThat(store().find(account, ann.id())).contains(ann.withPassword("$argon2id$new", LATER));
        assertThat(store().find(account, bob.id())).contains(bob);
    }

    @Test
    void changePassword_unknownOrAnothers_changesNothing() {
        Member ann = added("ann@example.com");
        assertThat(store().changePassword(AccountId.random(), ann.id(), "$argon2id$new", LATER))
                .isFalse();
        assertThat(store().changePassword(account, MemberId.random(), "$argon2id$new", LATER))
                .isFalse();
        assertThat(store().find(account, ann.id())).contains(ann);
    }

    @Test
    void changeEmail_freeAddress_isTakenAndTheOldOneFree() {
        Member ann = added("ann@example.com");
        assertThat(store().changeEmail(account, ann.id(), "ann@example.org")).isTrue();
        assertThat(store().changeEmail(account, ann.id(), "ann@example.org")).isTrue();
        assertThat(store().findByEmail("ann@example.org")).contains(ann.withEmail("ann@example.org"));
        assertThat(store().findByEmail("ann@example.com")).isEmpty();
        assertThat(store().add(member("ann@example.com", LATER))).isTrue();
        assertThat(store().remove(account, ann.id())).isTrue();
        assertThat(store().add(member("ann@example.org", LATER))).isTrue();
    }

    @Test
    void changeEmail_takenAddressOrAnothersMember_changesNothing() {
        Member ann = added("ann@example.com");
        Member bob = added("bob@example.com");
        assertThat(store().changeEmail(account, ann.id(), "bob@example.com")).isFalse();
        assertThat(store().changeEmail(AccountId.random(), ann.id(), "carol@example.com"))
                .isFalse();
        assertThat(store().changeEmail(account, MemberId.random(), "carol@example.com"))
                .isFalse();
        assertThat(store().listOf(account)).containsExactlyInAnyOrder(ann, bob);
        assertThat(store().findByEmail("bob@example.com")).contains(bob);
    }

    @Test
    void handOver_ownerToAdmin_exchangesTheirRoles() {
        Member admin = added("admin@example.com");
        Member owner = Member.create(account, "owner@example.com", Role.OWNER, "$argon2id$x", JOINED);
        store().add(owner);
        assertThat(store().handOver(account, owner.id(), admin.id())).isTrue();
        assertThat(store().find(account, admin.id())).contains(admin.withRole(Role.OWNER));
        assertThat(store().find(account, owner.id())).contains(owner.withRole(Role.ADMIN));
        assertThat(store().handOver(account, owner.id(), admin.id())).isFalse();
    }

    @Test
    void handOver_anythingElse_changesNothing() {
        Member admin = added("admin@example.com");
        Member owner = Member.create(account, "owner@example.com", Role.OWNER, "$argon2id$x", JOINED);
        store().add(owner);
        assertThat(store().handOver(account, admin.id(), owner.id())).isFalse();
        assertThat(store().handOver(account, owner.id(), owner.id())).isFalse();
        assertThat(store().handOver(account, owner.id(), MemberId.random())).isFalse();
        assertThat(store().handOver(AccountId.random(), owner.id(), admin.id())).isFalse();
        assertThat(store().listOf(account)).containsExactlyInAnyOrder(admin, owner);
    }

    @Test
    void remove_ownMember_freesTheAddress() {
        Member ann = added("ann@example.com");
        assertThat(store().remove(account, ann.id())).isTrue();
        assertThat(store().remove(account, ann.id())).isFalse();
        assertThat(store().find(account, ann.id())).isEmpty();
        assertThat(store().listOf(account)).isEmpty();
        assertThat(store().add(member("ann@example.com", LATER))).isTrue();
    }

    @Test
    void remove_anothersMember_changesNothing() {
        Member ann = added("ann@example.com");
        assertThat(store().remove(AccountId.random(), ann.id())).isFalse();
        assertThat(store().find(account, ann.id())).contains(ann);
    }
}

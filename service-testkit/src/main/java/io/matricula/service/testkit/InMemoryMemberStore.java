package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberId;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.identity.Role;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Members in memory, for tests. Safe for concurrent use. */
public final class InMemoryMemberStore implements MemberStore {
    private final Map<MemberId, Member> members = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(Member member) {
        return findByEmail(member.email()).isEmpty() && members.putIfAbsent(member.id(), member) == null;
    }

    @Override
    public synchronized Optional<Member> findByEmail(String email) {
        return members.values().stream()
                .filter(member -> member.email().equals(email))
                .findFirst();
    }

    @Override
    public synchronized Optional<Member> find(AccountId account, MemberId id) {
        return Optional.ofNullable(members.get(id))
                .filter(member -> member.account().equals(account));
    }

    @Override
    public synchronized List<Member> listOf(AccountId account) {
        return members.values().stream()
                .filter(member -> member.account().equals(account))
                .sorted(Comparator.comparing(Member::created))
                .toList();
    }

    @Override
    public synchronized boolean changePassword(AccountId account, MemberId id, String hash, Instant set) {
        Optional<Member> found = find(account, id);
        found.ifPresent(member -> members.put(id, member.withPassword(hash, set)));
        return found.isPresent();
    }

    @Override
    public synchronized boolean changeEmail(AccountId account, MemberId id, String email) {
        Optional<Member> found = find(account, id);
        if (found.isEmpty()
                || findByEmail(email).filter(other -> !other.id().equals(id)).isPresent()) {
            return false;
        }
        members.put(id, found.get().withEmail(email));
        return true;
    }

    @Override
    public synchronized boolean handOver(AccountId account, MemberId owner, MemberId admin) {
        Optional<Member> from = find(account, owner).filter(member -> member.role() == Role.OWNER);
        Optional<Member> to = find(account, admin).filter(member -> member.role() == Role.ADMIN);
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        members.put(owner, from.get().withRole(Role.ADMIN));
        members.put(admin, to.get().withRole(Role.OWNER));
        return true;
    }

    @Override
    public synchronized boolean remove(AccountId account, MemberId id) {
        return find(account, id).isPresent() && members.remove(id) != null;
    }
}

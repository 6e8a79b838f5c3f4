package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberId;
import io.matricula.service.identity.MemberStore;
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
    public synchronized boolean remove(AccountId account, MemberId id) {
        return find(account, id).isPresent() && members.remove(id) != null;
    }
}

package io.matricula.gateway.accounts;

import io.matricula.contract.CloudTime;
import io.matricula.contract.account.AccountAnswer;
import io.matricula.contract.account.MemberAnswer;
import io.matricula.contract.account.PlanTerms;
import io.matricula.service.account.Account;
import io.matricula.service.identity.Member;
import io.matricula.service.plan.Plan;
import java.util.Locale;

/** Accounts, people and plans as they stand on the wire. */
public final class Answers {
    private Answers() {}

    static AccountAnswer of(Account account) {
        return new AccountAnswer(
                account.id().value(),
                account.email(),
                account.state().name().toLowerCase(Locale.ROOT),
                CloudTime.seconds(account.created()));
    }

    public static MemberAnswer of(Member member) {
        return new MemberAnswer(
                member.id().value(),
                member.email(),
                member.role().name().toLowerCase(Locale.ROOT),
                CloudTime.seconds(member.created()));
    }

    static PlanTerms of(Plan plan) {
        return new PlanTerms(plan.name(), plan.callsPerPeriod(), plan.perSecond(), plan.mmc());
    }
}

package io.matricula.service.notice;

import io.matricula.service.account.AccountId;
import io.matricula.service.usage.UsagePeriod;

/** One thing that an account is told once: that it has reached a level in a period. */
public record QuotaNotice(AccountId account, UsagePeriod period, QuotaLevel level) {}

package io.matricula.service.operator;

import io.matricula.service.account.Account;
import io.matricula.service.token.TokenSecret;

/** An account just created, with its first token, which is shown now and never again. */
public record NewAccount(Account account, TokenSecret token) {}

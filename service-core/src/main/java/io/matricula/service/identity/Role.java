package io.matricula.service.identity;

/** What a person is in an account. */
public enum Role {
    /** Whose e-mail address is the account's: one for each account, may do everything. */
    OWNER,
    /** Invited by the owner: tokens, webhooks and usage, but neither members nor plan nor the account's end. */
    ADMIN
}

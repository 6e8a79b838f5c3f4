package io.matricula.service.access;

/** What a caller may do with its own account. Nobody may do anything with another's. */
public enum Permission {
    /** Have pictures recognised, at the account's expense. */
    READ_PLATES,
    /** See calls, quota and plan. */
    SEE_USAGE,
    /** Tell of the calls of on-premises installations. */
    REPORT_USAGE,
    /** Make tokens for phones that live for minutes or hours. */
    ISSUE_MOBILE_TOKENS,
    /** See and change webhooks, and their deliveries. */
    MANAGE_WEBHOOKS,
    /** See, make, rotate and revoke API tokens. */
    MANAGE_TOKENS,
    /** See the account, its members and its audit trail. */
    SEE_ACCOUNT,
    /** Invite and remove members. */
    MANAGE_MEMBERS,
    CHANGE_PLAN,
    HAND_OVER_ACCOUNT,
    DELETE_ACCOUNT
}

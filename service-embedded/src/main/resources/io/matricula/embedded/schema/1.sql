-- Accounts, tokens, counted calls and answers kept for repetitions.
-- Instants are text in UTC with nine digits of a second, so that they sort as they follow each other.

CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    created TEXT NOT NULL,
    plan TEXT NOT NULL,
    calls_per_period INTEGER NOT NULL,
    per_second INTEGER NOT NULL,
    mmc INTEGER NOT NULL,
    planned_from TEXT,
    planned_plan TEXT,
    planned_calls_per_period INTEGER,
    planned_per_second INTEGER,
    planned_mmc INTEGER
) STRICT;

CREATE TABLE tokens (
    hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    last_four TEXT NOT NULL,
    created TEXT NOT NULL,
    revoked TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX tokens_of_account ON tokens (account, created);

-- d01 to d31 count the days of the period, not of the month: a period may hold 28 February and 28 March.
CREATE TABLE usage (
    account TEXT NOT NULL,
    period_start TEXT NOT NULL,
    calls INTEGER NOT NULL,
    window_second INTEGER NOT NULL,
    window_count INTEGER NOT NULL,
    d01 INTEGER NOT NULL DEFAULT 0,
    d02 INTEGER NOT NULL DEFAULT 0,
    d03 INTEGER NOT NULL DEFAULT 0,
    d04 INTEGER NOT NULL DEFAULT 0,
    d05 INTEGER NOT NULL DEFAULT 0,
    d06 INTEGER NOT NULL DEFAULT 0,
    d07 INTEGER NOT NULL DEFAULT 0,
    d08 INTEGER NOT NULL DEFAULT 0,
    d09 INTEGER NOT NULL DEFAULT 0,
    d10 INTEGER NOT NULL DEFAULT 0,
    d11 INTEGER NOT NULL DEFAULT 0,
    d12 INTEGER NOT NULL DEFAULT 0,
    d13 INTEGER NOT NULL DEFAULT 0,
    d14 INTEGER NOT NULL DEFAULT 0,
    d15 INTEGER NOT NULL DEFAULT 0,
    d16 INTEGER NOT NULL DEFAULT 0,
    d17 INTEGER NOT NULL DEFAULT 0,
    d18 INTEGER NOT NULL DEFAULT 0,
    d19 INTEGER NOT NULL DEFAULT 0,
    d20 INTEGER NOT NULL DEFAULT 0,
    d21 INTEGER NOT NULL DEFAULT 0,
    d22 INTEGER NOT NULL DEFAULT 0,
    d23 INTEGER NOT NULL DEFAULT 0,
    d24 INTEGER NOT NULL DEFAULT 0,
    d25 INTEGER NOT NULL DEFAULT 0,
    d26 INTEGER NOT NULL DEFAULT 0,
    d27 INTEGER NOT NULL DEFAULT 0,
    d28 INTEGER NOT NULL DEFAULT 0,
    d29 INTEGER NOT NULL DEFAULT 0,
    d30 INTEGER NOT NULL DEFAULT 0,
    d31 INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (account, period_start)
) STRICT, WITHOUT ROWID;

-- Without an answer, until is the end of the lease; with one, its expiry.
CREATE TABLE idempotency (
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    until TEXT NOT NULL,
    status INTEGER,
    body TEXT,
    PRIMARY KEY (account, key)
) STRICT;

CREATE INDEX idempotency_until ON idempotency (until);

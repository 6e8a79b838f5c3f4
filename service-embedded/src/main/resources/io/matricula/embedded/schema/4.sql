-- People of accounts, mailed links, sessions, counters against guessing, and the audit trail.

CREATE TABLE members (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    password_set TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;

CREATE INDEX members_of_account ON members (account, created);

CREATE TABLE links (
    hash TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    email TEXT NOT NULL,
    account TEXT,
    created TEXT NOT NULL,
    expires TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX links_expires ON links (expires);

CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    member TEXT NOT NULL,
    refresh TEXT NOT NULL,
    previous TEXT,
    created TEXT NOT NULL,
    refreshed TEXT NOT NULL,
    expires TEXT NOT NULL
) STRICT;

CREATE INDEX sessions_of_member ON sessions (member, created);
CREATE INDEX sessions_expires ON sessions (expires);

CREATE TABLE attempts (
    key TEXT PRIMARY KEY,
    count INTEGER NOT NULL,
    until TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX attempts_until ON attempts (until);

CREATE TABLE audit (
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT,
    address TEXT,
    PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;

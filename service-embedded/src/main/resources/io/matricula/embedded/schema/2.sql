-- What accounts were told about their quota. Without sent, somebody is at it until the end of the lease.
CREATE TABLE notices (
    account TEXT NOT NULL,
    period_start TEXT NOT NULL,
    level INTEGER NOT NULL,
    lease_until TEXT NOT NULL,
    sent TEXT,
    PRIMARY KEY (account, period_start, level)
) STRICT, WITHOUT ROWID;

-- What on-premises installations tell of themselves.
CREATE TABLE usage_reports (
    account TEXT NOT NULL,
    installation TEXT NOT NULL,
    period_start TEXT NOT NULL,
    licence TEXT NOT NULL,
    calls INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (account, installation, period_start)
) STRICT, WITHOUT ROWID;

-- Accounts whose quota is to be looked at.
CREATE TABLE notices_due (
    account TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

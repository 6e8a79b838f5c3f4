-- Webhooks, the events that they tell, and the deliveries on their way.

CREATE TABLE webhooks (
    account TEXT NOT NULL,
    id INTEGER NOT NULL,
    created TEXT NOT NULL,
    target TEXT NOT NULL,
    image TEXT NOT NULL,
    cameras TEXT NOT NULL,
    regions TEXT NOT NULL,
    only_with_plates INTEGER NOT NULL,
    header_name TEXT,
    header_value TEXT,
    enabled INTEGER NOT NULL,
    secret TEXT NOT NULL,
    previous_secret TEXT,
    previous_until TEXT,
    failures INTEGER NOT NULL,
    failing_since TEXT,
    switched_off TEXT,
    PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_events (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    created TEXT NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    picture INTEGER NOT NULL
) STRICT;

CREATE INDEX webhook_events_created ON webhook_events (created);

-- due is in milliseconds since 1970: the end of the lease while a delivery is taken. Each taking counts up the receipt.
CREATE TABLE webhook_deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    webhook INTEGER NOT NULL,
    event TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    queued TEXT NOT NULL,
    due INTEGER NOT NULL,
    receipt INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due);

CREATE TABLE webhook_attempts (
    account TEXT NOT NULL,
    webhook INTEGER NOT NULL,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    number INTEGER NOT NULL,
    status INTEGER,
    latency_ms INTEGER NOT NULL,
    answer TEXT NOT NULL,
    problem TEXT,
    retry_after_s INTEGER,
    next TEXT,
    PRIMARY KEY (account, webhook, at, event, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX webhook_attempts_at ON webhook_attempts (at);

CREATE TABLE webhook_dead_letters (
    account TEXT NOT NULL,
    webhook INTEGER NOT NULL,
    event TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    died TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (account, webhook, event)
) STRICT, WITHOUT ROWID;

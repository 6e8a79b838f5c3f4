-- Jobs that were given up, how many of an account wait, and pictures that are brought before they are read.

ALTER TABLE jobs ADD COLUMN redriven INTEGER NOT NULL DEFAULT 0;

CREATE INDEX jobs_waiting ON jobs (account) WHERE body IS NULL;

CREATE TABLE dead_jobs (
    account TEXT NOT NULL,
    job TEXT NOT NULL,
    taken INTEGER NOT NULL,
    died TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (account, job)
) STRICT, WITHOUT ROWID;

CREATE INDEX dead_jobs_died ON dead_jobs (died);

-- What was announced and not brought yet; the pictures are files.
CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    size INTEGER NOT NULL,
    key_hash TEXT NOT NULL,
    expires TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX uploads_expires ON uploads (expires);

-- Pictures that are read later: the jobs, and the queue of those that nobody has finished.

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    created TEXT NOT NULL,
    order_text TEXT NOT NULL,
    status INTEGER,
    body TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX jobs_created ON jobs (created);

-- due is in milliseconds since 1970.
CREATE TABLE job_queue (
    job TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    due INTEGER NOT NULL,
    taken INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX job_queue_due ON job_queue (due);

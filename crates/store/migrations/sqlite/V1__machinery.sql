-- What the machinery itself keeps: marks and settings by name, and jobs to be done.
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE job (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    run_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    claimed_until INTEGER,
    claimed_by TEXT,
    done_at INTEGER,
    dead_at INTEGER,
    last_error TEXT
) STRICT;
CREATE INDEX job_waiting ON job (kind, run_at, id) WHERE done_at IS NULL AND dead_at IS NULL;
CREATE INDEX job_dead ON job (dead_at, id) WHERE dead_at IS NOT NULL;

-- Mail that came in. The whole of it lies where files lie, under the identifier of its row, and is described as a file
-- of that row. What stands here of its sender and its words is for whoever looks at it, and goes when that is done.
CREATE TABLE mail_in (
    id BLOB NOT NULL PRIMARY KEY,
    digest BLOB NOT NULL,
    sender_hash BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('received', 'waiting', 'joined', 'begun', 'left')),
    reason TEXT,
    case_id BLOB REFERENCES case_state (id),
    sender TEXT,
    recipient TEXT,
    reverse_path TEXT,
    subject TEXT,
    beginning TEXT,
    bytes INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    run_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    expires_at INTEGER
) STRICT;
CREATE UNIQUE INDEX mail_in_by_digest ON mail_in (digest);
CREATE INDEX mail_in_to_read ON mail_in (run_at, id) WHERE state = 'received';
CREATE INDEX mail_in_waiting ON mail_in (received_at, id) WHERE state = 'waiting';
CREATE INDEX mail_in_lately ON mail_in (received_at, id);
CREATE INDEX mail_in_by_sender ON mail_in (sender_hash, received_at);
CREATE INDEX mail_in_by_case ON mail_in (case_id, received_at) WHERE case_id IS NOT NULL;
CREATE INDEX mail_in_ending ON mail_in (expires_at, id) WHERE expires_at IS NOT NULL;

-- Since when mail to an address comes back: nothing is sent there until its owner gives it anew.
ALTER TABLE contact ADD COLUMN failing_since INTEGER;

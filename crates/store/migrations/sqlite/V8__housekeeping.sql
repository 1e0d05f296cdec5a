-- A wrong code of the second factor stands in the trail as the refusal it is, told apart by its detail.
UPDATE audit SET action = 'session.refused', detail = 'second-factor' WHERE action = 'second-factor.wrong';

-- Jobs that were done long ago are found, oldest first, and deleted.
CREATE INDEX job_done ON job (done_at, id) WHERE done_at IS NOT NULL;

-- Invitations that wait are listed in the order in which they end.
CREATE INDEX invitation_waiting ON invitation (expires_at, token_hash) WHERE used_at IS NULL;

-- What an earlier register recorded is nobody's act here: its events carry a word of their own. SQLite changes no
-- check of a table that is there, so the table is written anew.
CREATE TABLE event_anew (
    case_id BLOB NOT NULL REFERENCES case_state (id),
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    fact TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('filer', 'staff', 'system', 'register')),
    staff BLOB,
    organisation TEXT NOT NULL,
    subject TEXT,
    territory TEXT,
    payload TEXT NOT NULL,
    chain BLOB NOT NULL,
    position INTEGER,
    PRIMARY KEY (case_id, sequence)
) STRICT;
INSERT INTO event_anew (
    case_id, sequence, at, fact, actor, staff, organisation, subject, territory, payload, chain, position
)
SELECT case_id, sequence, at, fact,
    CASE WHEN actor = 'system' AND payload LIKE '%"actor":{"by":"register"}%' THEN 'register' ELSE actor END,
    staff, organisation, subject, territory, payload, chain, position
FROM event;
DROP TABLE event;
ALTER TABLE event_anew RENAME TO event;
CREATE UNIQUE INDEX event_position ON event (position) WHERE position IS NOT NULL;
CREATE INDEX event_unplaced ON event (at, case_id, sequence) WHERE position IS NULL;

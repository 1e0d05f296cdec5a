-- What each member of staff wants to be told, and how; what is missing stands at the portal's own choice.
CREATE TABLE staff_notification (
    staff BLOB NOT NULL REFERENCES staff (id),
    topic TEXT NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('at-once', 'daily', 'never')),
    PRIMARY KEY (staff, topic)
) STRICT;

-- What waits to be told to a member of staff in the message of a day; `digest` is that message's, once it was made.
CREATE TABLE notice (
    staff BLOB NOT NULL REFERENCES staff (id),
    case_id BLOB NOT NULL REFERENCES case_state (id),
    sequence INTEGER NOT NULL,
    occasion TEXT NOT NULL,
    at INTEGER NOT NULL,
    digest BLOB,
    PRIMARY KEY (staff, case_id, sequence)
) STRICT;
CREATE INDEX notice_waiting ON notice (at, staff) WHERE digest IS NULL;
CREATE INDEX notice_of_digest ON notice (digest, at, case_id, sequence) WHERE digest IS NOT NULL;
CREATE INDEX notice_by_age ON notice (at, staff, case_id, sequence);

-- Nobody is told of what happened before.
INSERT INTO setting (name, value)
SELECT 'notices.position', CAST(COALESCE(MAX(position), 0) AS TEXT) FROM event WHERE position IS NOT NULL;

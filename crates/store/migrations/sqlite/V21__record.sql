-- What an event binds of what it speaks of: a list of salted digests (see the crate `ledger`). Events that were kept
-- before have nothing here, and a link that binds nothing; what they speak of is bound by `event_adopted`, as it was
-- found when the record came to them.
ALTER TABLE event ADD COLUMN bound BLOB;
-- That an event was written by the portal: a keyed digest of its hash, which nobody makes without the house key.
ALTER TABLE event ADD COLUMN mark BLOB;
CREATE TABLE event_adopted (
    case_id BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    bound BLOB NOT NULL,
    PRIMARY KEY (case_id, sequence)
) STRICT;

-- The salts under which things are bound. They go when the thing is erased.
ALTER TABLE document ADD COLUMN salt BLOB;
ALTER TABLE attachment ADD COLUMN salt BLOB;
ALTER TABLE person ADD COLUMN salt BLOB;
ALTER TABLE contact ADD COLUMN salt BLOB;
ALTER TABLE case_state ADD COLUMN salt BLOB;

-- The events of all cases as leaves of one tree, in the order of their positions, and its roots, sealed with the house key
-- together with the head of the audit trail. Both are appended to and never changed.
CREATE TABLE record_leaf (
    position INTEGER NOT NULL PRIMARY KEY,
    hash BLOB NOT NULL
) STRICT;
CREATE TABLE record_seal (
    number INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    position INTEGER NOT NULL,
    root BLOB NOT NULL,
    audit_position INTEGER NOT NULL,
    audit_head BLOB NOT NULL,
    seal BLOB NOT NULL
) STRICT;

-- The audit trail as a chain, in the order in which its lines get their positions; beside each line a keyed
-- digest of it and of what the deed left.
ALTER TABLE audit ADD COLUMN state BLOB;
ALTER TABLE audit ADD COLUMN position INTEGER;
ALTER TABLE audit ADD COLUMN chain BLOB;
CREATE UNIQUE INDEX audit_position ON audit (position) WHERE position IS NOT NULL;
CREATE INDEX audit_unplaced ON audit (at, id) WHERE position IS NULL;

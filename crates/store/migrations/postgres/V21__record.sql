-- What an event binds of what it speaks of: a list of salted digests (see the crate `ledger`). Events that were kept
-- before have nothing here, and a link that binds nothing; what they speak of is bound by `event_adopted`, as it was
-- found when the record came to them.
ALTER TABLE event ADD COLUMN bound BYTEA;
-- That an event was written by the portal: a keyed digest of its hash, which nobody makes without the house key.
ALTER TABLE event ADD COLUMN mark BYTEA;
CREATE TABLE event_adopted (
    case_id UUID NOT NULL,
    sequence BIGINT NOT NULL,
    bound BYTEA NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

-- The salts under which things are bound. They go when the thing is erased.
ALTER TABLE document ADD COLUMN salt BYTEA;
ALTER TABLE attachment ADD COLUMN salt BYTEA;
ALTER TABLE person ADD COLUMN salt BYTEA;
ALTER TABLE contact ADD COLUMN salt BYTEA;
ALTER TABLE case_state ADD COLUMN salt BYTEA;

-- The events of all cases as leaves of one tree, in the order of their positions, and its roots, sealed with the house key
-- together with the head of the audit trail. Both are appended to and never changed.
CREATE TABLE record_leaf (
    position BIGINT NOT NULL PRIMARY KEY,
    hash BYTEA NOT NULL
);
CREATE TABLE record_seal (
    number BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    position BIGINT NOT NULL,
    root BYTEA NOT NULL,
    audit_position BIGINT NOT NULL,
    audit_head BYTEA NOT NULL,
    seal BYTEA NOT NULL
);

-- The audit trail as a chain, in the order in which its lines get their positions; beside each line a keyed
-- digest of it and of what the deed left.
ALTER TABLE audit ADD COLUMN state BYTEA;
ALTER TABLE audit ADD COLUMN position BIGINT;
ALTER TABLE audit ADD COLUMN chain BYTEA;
CREATE UNIQUE INDEX audit_position ON audit (position) WHERE position IS NOT NULL;
CREATE INDEX audit_unplaced ON audit (at, id) WHERE position IS NULL;

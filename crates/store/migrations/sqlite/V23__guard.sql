-- Wrong codes and passwords, by a keyed digest of what they were tried at: of a reference or an address that is nobody's too.
CREATE TABLE guess (
    target BLOB PRIMARY KEY NOT NULL,
    wrong INTEGER NOT NULL,
    lately INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT;
CREATE INDEX guess_last ON guess (last_at, target);
-- Links in mails that were sent before this open their case no more.
CREATE TABLE case_link (
    case_id BLOB PRIMARY KEY NOT NULL REFERENCES case_state (id),
    ended_at INTEGER NOT NULL
) STRICT;

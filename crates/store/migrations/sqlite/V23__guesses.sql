-- Wrong codes and passwords, by a keyed digest of what they were tried at: of a reference or an address that is nobody's too.
CREATE TABLE guess (
    target BLOB PRIMARY KEY NOT NULL,
    wrong INTEGER NOT NULL,
    lately INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT;
CREATE INDEX guess_last ON guess (last_at, target);

-- Wrong codes and passwords, by a keyed digest of what they were tried at: of a reference or an address that is nobody's too.
CREATE TABLE guess (
    target BYTEA PRIMARY KEY,
    wrong BIGINT NOT NULL,
    lately BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);
CREATE INDEX guess_last ON guess (last_at, target);

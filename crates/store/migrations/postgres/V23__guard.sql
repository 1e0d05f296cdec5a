-- Wrong codes and passwords, by a keyed digest of what they were tried at: of a reference or an address that is nobody's too.
CREATE TABLE guess (
    target BYTEA PRIMARY KEY,
    wrong BIGINT NOT NULL,
    lately BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);
CREATE INDEX guess_last ON guess (last_at, target);
-- Links in mails that were sent before this open their case no more.
CREATE TABLE case_link (
    case_id UUID PRIMARY KEY REFERENCES case_state (id),
    ended_at BIGINT NOT NULL
);

-- Accounts gather the cases of whoever proved a contact. Name and contacts stand in person and contact, as everyone's.
CREATE TABLE account (
    id UUID NOT NULL PRIMARY KEY,
    person UUID NOT NULL REFERENCES person (id),
    language TEXT NOT NULL CHECK (language IN ('ar', 'zgh', 'fr', 'en')),
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_by_person ON account (person);

CREATE TABLE account_session (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    account UUID NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX account_session_by_account ON account_session (account);

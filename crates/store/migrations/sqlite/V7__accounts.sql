-- Accounts gather the cases of whoever proved a contact. Name and contacts stand in person and contact, as everyone's.
CREATE TABLE account (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL REFERENCES person (id),
    language TEXT NOT NULL CHECK (language IN ('ar', 'zgh', 'fr', 'en')),
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX account_by_person ON account (person);

CREATE TABLE account_session (
    token_hash BLOB NOT NULL PRIMARY KEY,
    account BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX account_session_by_account ON account_session (account);

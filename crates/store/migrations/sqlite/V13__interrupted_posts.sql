-- What was typed into a form that was refused before its page saw it: kept for a short time, behind a word that only
-- the browser has, until the person has come in again.
CREATE TABLE interrupted_post (
    token_hash BLOB NOT NULL,
    page TEXT NOT NULL,
    action TEXT NOT NULL,
    staff BLOB REFERENCES staff (id),
    fields TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (token_hash, page)
) STRICT;
CREATE INDEX interrupted_post_ending ON interrupted_post (expires_at, token_hash, page);

-- What was typed into a form that was refused before its page saw it: kept for a short time, behind a word that only
-- the browser has, until the person has come in again.
CREATE TABLE interrupted_post (
    token_hash BYTEA NOT NULL,
    page TEXT NOT NULL,
    action TEXT NOT NULL,
    staff UUID REFERENCES staff (id),
    fields TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (token_hash, page)
);
CREATE INDEX interrupted_post_ending ON interrupted_post (expires_at, token_hash, page);

-- Sessions and codes that ended are found, oldest first, and deleted.
CREATE INDEX session_ending ON session (expires_at, token_hash);
CREATE INDEX account_session_ending ON account_session (expires_at, token_hash);
CREATE INDEX contact_code_by_age ON contact_code (created_at, id);

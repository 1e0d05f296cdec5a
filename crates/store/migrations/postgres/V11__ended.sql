-- Sessions and codes that ended are found, oldest first, and deleted.
CREATE INDEX session_ending ON session (expires_at, token_hash);
CREATE INDEX account_session_ending ON account_session (expires_at, token_hash);
CREATE INDEX contact_code_by_age ON contact_code (created_at, id);

-- Words wait in a list that every search reads as a whole, until they are sorted in: it is kept short, in kilobytes.
ALTER INDEX case_words_match SET (gin_pending_list_limit = 64);

-- Whose a session was that somebody ended before its time: what is still sent in it waits for its holder alone.
CREATE TABLE ended_session (
    token_hash BLOB NOT NULL PRIMARY KEY,
    staff BLOB NOT NULL REFERENCES staff (id),
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ended_session_ending ON ended_session (expires_at, token_hash);

-- Open reports of wrongdoing, whoever has them: the few who may read them find them in one queue.
CREATE INDEX case_state_reports ON case_state (answer_due, id) WHERE track = 'wrongdoing' AND is_open = TRUE;

-- The open cases of an organisation by who is in charge: how much each of its officers has to do.
CREATE INDEX case_state_workload ON case_state (organisation, officer, answer_due) WHERE is_open = TRUE AND officer IS NOT NULL;

-- Whose a session was that somebody ended before its time: what is still sent in it waits for its holder alone.
CREATE TABLE ended_session (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    staff UUID NOT NULL REFERENCES staff (id),
    expires_at BIGINT NOT NULL
);
CREATE INDEX ended_session_ending ON ended_session (expires_at, token_hash);

-- Open reports of wrongdoing, whoever has them: the few who may read them find them in one queue.
CREATE INDEX case_state_reports ON case_state (answer_due, id) WHERE track = 'wrongdoing' AND is_open = TRUE;

-- The open cases of an organisation by who is in charge: how much each of its officers has to do.
CREATE INDEX case_state_workload ON case_state (organisation, officer, answer_due, track) WHERE is_open = TRUE AND officer IS NOT NULL;

-- What comes to a body was told to those alone who receive for it, whatever officers chose; the page kept what it showed. Now
-- that choices hold, those that meant nothing are no choices.
DELETE FROM staff_notification
WHERE topic IN ('arrival', 'danger') AND choice = 'at-once' AND staff IN (SELECT id FROM staff WHERE role = 'officer');

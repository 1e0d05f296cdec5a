-- A wrong code of the second factor stands in the trail as the refusal it is, told apart by its detail.
UPDATE audit SET action = 'session.refused', detail = 'second-factor' WHERE action = 'second-factor.wrong';

-- Jobs that were done long ago are found, oldest first, and deleted.
CREATE INDEX job_done ON job (done_at, id) WHERE done_at IS NOT NULL;

-- Invitations that wait are listed in the order in which they end.
CREATE INDEX invitation_waiting ON invitation (expires_at, token_hash) WHERE used_at IS NULL;

-- What an earlier register recorded is nobody's act here: its events carry a word of their own.
ALTER TABLE event DROP CONSTRAINT event_actor_check;
UPDATE event SET actor = 'register' WHERE actor = 'system' AND payload LIKE '%"actor":{"by":"register"}%';
ALTER TABLE event ADD CONSTRAINT event_actor_check CHECK (actor IN ('filer', 'staff', 'system', 'register'));

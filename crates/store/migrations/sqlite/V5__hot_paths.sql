-- Queues narrowed to one kind are read from an index of their own, whatever share of the queue is of that kind.
CREATE INDEX case_state_queue_kind ON case_state (organisation, is_open, kind, answer_due, id);
CREATE INDEX case_state_stage_kind ON case_state (organisation, stage, kind, answer_due, id);

-- Indexes that only some cases are ever looked up in hold those cases alone: a filing writes none of them.
DROP INDEX case_state_open_stage;
CREATE INDEX case_state_arbitration ON case_state (answer_due, id) WHERE stage = 'arbitration';
DROP INDEX case_state_closing;
CREATE INDEX case_state_closing ON case_state (closes_after, id) WHERE stage = 'answered';
DROP INDEX case_state_officer;
CREATE INDEX case_state_officer ON case_state (officer, is_open, answer_due, id) WHERE officer IS NOT NULL;

-- With events that have no position yet, this index was read for them too, and all of them sorted at each round.
DROP INDEX event_position;
CREATE UNIQUE INDEX event_position ON event (position) WHERE position IS NOT NULL;

-- Counts that fell to nothing are forgotten: what an organisation's counts cost does not grow with its past.
DELETE FROM tally WHERE cases = 0;

-- Drafts that were filed stay as the key of their receipt and never expire.
DROP INDEX draft_expiry;
CREATE INDEX draft_expiry ON draft (expires_at, id) WHERE filed_as IS NULL;

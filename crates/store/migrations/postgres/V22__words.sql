-- The index of words becomes a follower: what was said is in it a round later, and no filing waits for it. What was said
-- before is in it already.
INSERT INTO follower (name, version, position)
SELECT 'words', 1, COALESCE(MAX(position), 0) FROM event WHERE position IS NOT NULL;

-- Each filing wrote into this index, and only a change of the calendar read it, which reads most cases anyway.
DROP INDEX case_state_open;

-- Cases of which nobody is reminded, as all that are closed, are not looked for.
DROP INDEX case_state_reminder;
CREATE INDEX case_state_reminder ON case_state (next_reminder, id) WHERE next_reminder IS NOT NULL;

-- Both tables repeat what was read from the rows they named, which are never deleted: looking each up again cost more than
-- writing it down.
ALTER TABLE case_words DROP CONSTRAINT case_words_case_id_fkey;
ALTER TABLE notice DROP CONSTRAINT notice_case_id_fkey;
ALTER TABLE notice DROP CONSTRAINT notice_staff_fkey;

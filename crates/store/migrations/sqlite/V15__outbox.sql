-- What a job must know but nobody may read afterwards (an address, a code, the word of a link) lies apart from what it
-- is about, and goes when the job is done or given up.
ALTER TABLE job ADD COLUMN secret TEXT;
UPDATE job
SET secret = payload, payload = json_remove(payload, '$.to', '$.code', '$.word')
WHERE kind = 'message' AND json_valid(payload) AND payload LIKE '%"to":"%';
UPDATE job SET secret = NULL WHERE done_at IS NOT NULL OR dead_at IS NOT NULL;

-- What a mail server said repeats the address: what stands before it says why.
UPDATE job
SET last_error = CASE
    WHEN instr(last_error, '<') BETWEEN 1 AND instr(last_error, '@')
        THEN substr(last_error, 1, instr(last_error, '<') - 1) || '•••'
    ELSE '•••'
END
WHERE last_error LIKE '%@%';

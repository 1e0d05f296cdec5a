-- For whose eyes a file of a case is.
ALTER TABLE attachment ADD COLUMN audience TEXT NOT NULL DEFAULT 'filer' CHECK (audience IN ('filer', 'colleagues'));

-- On what a session was begun, as two words of ours: people tell their sessions apart by it.
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';

-- Whether two colleagues bear one name is asked for each page of a case.
CREATE INDEX staff_by_name ON staff (name, id);

-- Those who left are looked through for cases that are still theirs.
CREATE INDEX staff_switched_off ON staff (id) WHERE is_active = FALSE;

-- A reopened case that is not answered again yet is marked wherever it is listed.
ALTER TABLE case_state ADD COLUMN is_reopened BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE case_state SET is_reopened = TRUE
WHERE is_open = TRUE AND id IN (SELECT case_id FROM event WHERE fact = 'reopened');

-- What puts a case into a queue beside those of its stage, due day and officer. Few cases have a mark at all.
CREATE TABLE case_mark (
    organisation TEXT NOT NULL,
    mark TEXT NOT NULL,
    answer_due TEXT NOT NULL,
    case_id UUID NOT NULL REFERENCES case_state (id),
    PRIMARY KEY (organisation, mark, answer_due, case_id)
);
CREATE INDEX case_mark_by_case ON case_mark (case_id);
INSERT INTO case_mark (organisation, mark, answer_due, case_id)
SELECT organisation, 'reopened', answer_due, id FROM case_state WHERE is_reopened = TRUE;
INSERT INTO case_mark (organisation, mark, answer_due, case_id)
SELECT DISTINCT o.value, 'opinion', c.answer_due, c.id
FROM case_state c, LATERAL json_each_text(c.state::json -> 'consultations') o
WHERE c.is_open = TRUE;

-- Marks are counted as stages are.
ALTER TABLE tally_case ADD COLUMN marks TEXT NOT NULL DEFAULT '';
UPDATE tally_case SET marks = (
    SELECT string_agg(m.mark || ':' || m.organisation, ' ')
    FROM case_mark m
    WHERE m.case_id = tally_case.case_id
)
WHERE case_id IN (SELECT case_id FROM case_mark);
DROP INDEX tally_arbitration;
ALTER TABLE tally RENAME TO tally_before;
CREATE TABLE tally (
    organisation TEXT NOT NULL,
    measure TEXT NOT NULL CHECK (measure IN ('stage', 'due', 'officer', 'mark')),
    value TEXT NOT NULL,
    cases BIGINT NOT NULL,
    PRIMARY KEY (organisation, measure, value)
);
INSERT INTO tally (organisation, measure, value, cases)
SELECT organisation, measure, value, cases FROM tally_before;
DROP TABLE tally_before;
INSERT INTO tally (organisation, measure, value, cases)
SELECT m.organisation, 'mark', m.mark, COUNT(*)
FROM case_mark m
JOIN tally_case t ON t.case_id = m.case_id
GROUP BY m.organisation, m.mark;
CREATE INDEX tally_arbitration ON tally (value, organisation, cases)
    WHERE measure = 'stage' AND value = 'arbitration';

-- What someone did just now and is not counted yet is added to what they see.
CREATE INDEX event_uncounted ON event (staff, case_id) WHERE position IS NULL AND staff IS NOT NULL;

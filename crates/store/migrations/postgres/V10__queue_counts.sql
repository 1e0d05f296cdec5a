-- What queues count for an organisation: its cases in a stage, and its open cases due on a day or in charge of an
-- officer. Three short lists, whose length does not grow with the number of cases as that of their combinations did.
DROP TABLE tally;
CREATE TABLE tally (
    organisation TEXT NOT NULL,
    measure TEXT NOT NULL CHECK (measure IN ('stage', 'due', 'officer')),
    value TEXT NOT NULL,
    cases BIGINT NOT NULL,
    PRIMARY KEY (organisation, measure, value)
);
INSERT INTO tally (organisation, measure, value, cases)
SELECT organisation, 'stage', stage, COUNT(*) FROM tally_case GROUP BY organisation, stage;
INSERT INTO tally (organisation, measure, value, cases)
SELECT organisation, 'due', answer_due, COUNT(*) FROM tally_case WHERE answer_due <> '' GROUP BY organisation, answer_due;
INSERT INTO tally (organisation, measure, value, cases)
SELECT organisation, 'officer', officer, COUNT(*) FROM tally_case
WHERE answer_due <> '' AND officer <> '' GROUP BY organisation, officer;
ALTER TABLE tally_case DROP COLUMN kind;
ALTER TABLE tally_case DROP COLUMN reopened;

-- The random sample of satisfaction: the draw of each week, and who was drawn.
CREATE TABLE survey (
    week TEXT NOT NULL,
    is_sample INTEGER NOT NULL,
    position INTEGER NOT NULL,
    head BLOB NOT NULL,
    seed BLOB NOT NULL,
    wanted INTEGER NOT NULL,
    population INTEGER NOT NULL,
    drawn INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (week, is_sample)
) STRICT, WITHOUT ROWID;

-- In the order of the draw. `asked_of` is a keyed digest of where somebody is reached, so that nobody is asked too often.
CREATE TABLE survey_member (
    week TEXT NOT NULL,
    is_sample INTEGER NOT NULL,
    place INTEGER NOT NULL,
    case_id BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    standing TEXT NOT NULL,
    asked_of BLOB,
    asked_at INTEGER,
    reminded_at INTEGER,
    next_at INTEGER,
    PRIMARY KEY (week, is_sample, place)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX survey_member_case ON survey_member (case_id);
CREATE INDEX survey_member_next ON survey_member (next_at, case_id) WHERE next_at IS NOT NULL;
CREATE INDEX survey_member_asked ON survey_member (asked_of, asked_at) WHERE asked_at IS NOT NULL;
CREATE INDEX survey_member_standing ON survey_member (standing, is_sample, week, place);

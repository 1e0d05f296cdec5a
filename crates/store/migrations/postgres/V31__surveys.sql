-- The random sample of satisfaction: the draw of each week, and who was drawn.
CREATE TABLE survey (
    week TEXT NOT NULL,
    is_sample BOOLEAN NOT NULL,
    position BIGINT NOT NULL,
    head BYTEA NOT NULL,
    seed BYTEA NOT NULL,
    wanted BIGINT NOT NULL,
    population BIGINT NOT NULL,
    drawn BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (week, is_sample)
);

-- In the order of the draw. `asked_of` is a keyed digest of where somebody is reached, so that nobody is asked too often.
CREATE TABLE survey_member (
    week TEXT NOT NULL,
    is_sample BOOLEAN NOT NULL,
    place BIGINT NOT NULL,
    case_id UUID NOT NULL,
    sequence BIGINT NOT NULL,
    standing TEXT NOT NULL,
    asked_of BYTEA,
    asked_at BIGINT,
    reminded_at BIGINT,
    next_at BIGINT,
    PRIMARY KEY (week, is_sample, place)
);
CREATE UNIQUE INDEX survey_member_case ON survey_member (case_id);
CREATE INDEX survey_member_next ON survey_member (next_at, case_id) WHERE next_at IS NOT NULL;
CREATE INDEX survey_member_asked ON survey_member (asked_of, asked_at) WHERE asked_at IS NOT NULL;
CREATE INDEX survey_member_standing ON survey_member (standing, is_sample, week, place);

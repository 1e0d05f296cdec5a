-- What came to each body, was answered there and left it on each day, and what is open there by the day of its filing:
-- folded from events for the dashboards of the desk. Reports of wrongdoing stand on a shelf of their own.
CREATE TABLE desk_day (
    shelf TEXT COLLATE "C" NOT NULL,
    measure TEXT NOT NULL,
    day TEXT COLLATE "C" NOT NULL,
    cases BIGINT NOT NULL,
    PRIMARY KEY (shelf, measure, day)
);
-- All bodies side by side.
CREATE INDEX desk_day_of_all ON desk_day (measure, day, shelf);
CREATE INDEX tally_of_all ON tally (measure, organisation, value);

-- A keyed digest of the reasons of each answer, so that answers with the same words can be counted without being read.
CREATE TABLE answer_words (
    case_id UUID NOT NULL,
    sequence BIGINT NOT NULL,
    shelf TEXT COLLATE "C" NOT NULL,
    day TEXT COLLATE "C" NOT NULL,
    digest BYTEA NOT NULL,
    PRIMARY KEY (case_id, sequence)
);
CREATE INDEX answer_words_of_body ON answer_words (shelf, day, digest);

-- The first letter of a body with these words, to be shown for all.
CREATE TABLE answer_letter (
    shelf TEXT COLLATE "C" NOT NULL,
    digest BYTEA NOT NULL,
    document UUID NOT NULL,
    PRIMARY KEY (shelf, digest)
);

-- Who wants the figures of the week by mail, and the Monday for which they were ordered last.
CREATE TABLE weekly_figures (
    staff UUID NOT NULL PRIMARY KEY REFERENCES staff (id),
    ordered TEXT COLLATE "C" NOT NULL
);
CREATE INDEX weekly_figures_waiting ON weekly_figures (ordered, staff);

-- The register of each administration, folded from events: a row for each case that came to a body, with the number it
-- was given then, and how the case stood as long as the body had it. Nothing personal: who filed is read where it lies.
-- In the order in which it is read: by body, by the day on which the case came, by the event that brought it.
CREATE TABLE register_entry (
    organisation TEXT COLLATE "C" NOT NULL,
    came_on TEXT COLLATE "C" NOT NULL,
    position BIGINT NOT NULL,
    case_id UUID NOT NULL,
    shelf TEXT COLLATE "C" NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    track TEXT NOT NULL,
    came_by TEXT NOT NULL,
    came_from TEXT,
    again_on TEXT,
    filed_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    subject TEXT,
    sector TEXT,
    territory TEXT,
    region TEXT,
    state TEXT NOT NULL,
    outcome TEXT,
    answer_due TEXT NOT NULL,
    admitted_on TEXT,
    answered_on TEXT,
    reopened BIGINT NOT NULL,
    left_on TEXT,
    left_to TEXT,
    PRIMARY KEY (organisation, came_on, position)
);
CREATE UNIQUE INDEX register_entry_case ON register_entry (case_id, organisation);
CREATE UNIQUE INDEX register_entry_number ON register_entry (shelf, year, number);

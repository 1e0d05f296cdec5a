-- What members of staff took down for filers: who, for which body, and when. Whom a case is about stands elsewhere.
CREATE TABLE filed_for_someone (
    case_id BLOB NOT NULL PRIMARY KEY REFERENCES case_state (id),
    staff BLOB NOT NULL,
    organisation TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX filed_for_someone_by_staff ON filed_for_someone (staff, at, case_id);

-- The postal register: letters that reached a body, and those it posted. What is in them stands with the case.
CREATE TABLE postal_item (
    id BLOB NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    case_id BLOB NOT NULL REFERENCES case_state (id),
    staff BLOB NOT NULL,
    at INTEGER NOT NULL,
    written_on TEXT,
    moved_on TEXT NOT NULL
) STRICT;
CREATE INDEX postal_item_in_order ON postal_item (organisation, at, id);

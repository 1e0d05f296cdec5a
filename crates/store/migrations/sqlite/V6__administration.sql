-- What the administration pages need. People are found by a folded key of their name and address.
ALTER TABLE staff ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
UPDATE staff SET search_key = lower(name || ' ' || email);

-- An invitation may carry the name of whom it invites, or renew the access of an account that exists.
ALTER TABLE invitation ADD COLUMN name TEXT;
ALTER TABLE invitation ADD COLUMN staff BLOB REFERENCES staff (id);

-- An organisation that is switched off keeps its row: closed cases name it.
ALTER TABLE organisation ADD COLUMN is_active INTEGER NOT NULL DEFAULT TRUE;
ALTER TABLE organisation ADD COLUMN email TEXT;
ALTER TABLE organisation ADD COLUMN phone TEXT;
ALTER TABLE organisation ADD COLUMN address TEXT;
ALTER TABLE organisation ADD COLUMN complaints_unit TEXT REFERENCES organisation (code);
CREATE INDEX organisation_by_parent ON organisation (parent, code);
CREATE INDEX competence_by_answers ON competence (answers, id);

-- A holiday that an administrator edited or took off stays as they left it when a pack is loaded.
ALTER TABLE holiday ADD COLUMN is_edited INTEGER NOT NULL DEFAULT FALSE;
ALTER TABLE holiday ADD COLUMN is_dropped INTEGER NOT NULL DEFAULT FALSE;
ALTER TABLE holiday ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE TABLE worked_day (
    day TEXT NOT NULL PRIMARY KEY
) STRICT;

-- Due dates of open cases computed anew after a change of the calendar: how far, and what came of it.
CREATE TABLE recomputation (
    id BLOB NOT NULL PRIMARY KEY,
    asked_at INTEGER NOT NULL,
    staff BLOB,
    next_case BLOB NOT NULL,
    expected INTEGER NOT NULL,
    checked INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    done_at INTEGER
) STRICT;
CREATE INDEX case_state_open ON case_state (id) WHERE is_open = TRUE;

-- The audit trail says what became of what, and is asked by deed and by person, latest first.
ALTER TABLE audit ADD COLUMN detail TEXT;
CREATE INDEX audit_by_action ON audit (action, at, id);
DROP INDEX audit_by_staff;
CREATE INDEX audit_by_staff ON audit (staff, at, id);

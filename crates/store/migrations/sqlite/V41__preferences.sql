-- What people want of messages: by which channel, in which language, at which hours none. `person` is the filer of a case or
-- the holder of an account; what was said last counts. Whoever was told it at a desk stands beside it, with how it was agreed to.
CREATE TABLE preference (
    person BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
    tell_by TEXT NOT NULL CHECK (tell_by IN ('email', 'sms', 'phone', 'letter', 'nothing')),
    language TEXT NOT NULL CHECK (language IN ('ar', 'zgh', 'fr', 'en')),
    quiet TEXT,
    staff BLOB,
    consent TEXT CHECK (consent IN ('spoken', 'signed', 'by-code')),
    said_at INTEGER NOT NULL
) STRICT;

-- Words that administrators put in place of the house's, for a body or the whole country (''), each change a version. Without
-- a text the house's own words are back.
CREATE TABLE wording (
    version INTEGER NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    message TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ar', 'zgh', 'fr', 'en')),
    words TEXT,
    staff BLOB NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX wording_of_message ON wording (organisation, message, language, version);

-- The newest version of the words with which a message was made; none where they were the house's own.
ALTER TABLE job ADD COLUMN wording INTEGER;

-- Whoever works for the Head of Government reads annual reports. The check of a column goes with the column alone.
ALTER TABLE staff ADD COLUMN role_word TEXT NOT NULL DEFAULT 'auditor' CHECK (role_word IN ('officer', 'unit-head', 'administration-head', 'registry', 'reform-authority', 'head-of-government', 'auditor', 'administrator'));
UPDATE staff SET role_word = role;
ALTER TABLE staff DROP COLUMN role;
ALTER TABLE staff RENAME COLUMN role_word TO role;

-- Annual reports and the national synthesis: how each stands. Told from its facts, which are chained.
CREATE TABLE annual (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    is_sample INTEGER NOT NULL,
    stage TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    chain BLOB NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX annual_of_organisation ON annual (organisation, kind, is_sample, year);
CREATE INDEX annual_of_year ON annual (year, kind, is_sample, organisation, stage);
CREATE INDEX annual_published ON annual (is_sample, year, kind DESC, organisation) WHERE stage = 'published';

CREATE TABLE annual_fact (
    annual BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    staff BLOB,
    payload TEXT NOT NULL,
    chain BLOB NOT NULL,
    PRIMARY KEY (annual, sequence)
) STRICT, WITHOUT ROWID;

-- What was written, each version of it.
CREATE TABLE annual_text (
    annual BLOB NOT NULL,
    section TEXT NOT NULL,
    language TEXT NOT NULL,
    version INTEGER NOT NULL,
    staff BLOB NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (annual, section, language, version)
) STRICT, WITHOUT ROWID;

-- The figures as they were taken, by the fact that took them.
CREATE TABLE annual_figures (
    annual BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (annual, sequence)
) STRICT, WITHOUT ROWID;

-- What was sent or published, byte for byte, by the fact that did so.
CREATE TABLE annual_document (
    annual BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    language TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (annual, sequence, language)
) STRICT;

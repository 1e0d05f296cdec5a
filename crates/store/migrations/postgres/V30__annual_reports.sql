-- Whoever works for the Head of Government reads annual reports.
ALTER TABLE staff DROP CONSTRAINT staff_role_check;
ALTER TABLE staff ADD CONSTRAINT staff_role_check CHECK (role IN ('officer', 'unit-head', 'administration-head', 'registry', 'reform-authority', 'head-of-government', 'auditor', 'administrator'));

-- Annual reports and the national synthesis: how each stands. Told from its facts, which are chained.
CREATE TABLE annual (
    id UUID NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    year BIGINT NOT NULL,
    organisation TEXT NOT NULL,
    is_sample BOOLEAN NOT NULL,
    stage TEXT NOT NULL,
    state TEXT NOT NULL,
    version BIGINT NOT NULL,
    chain BYTEA NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX annual_of_organisation ON annual (organisation, kind, is_sample, year);
CREATE INDEX annual_of_year ON annual (year, kind, is_sample, organisation, stage);
CREATE INDEX annual_published ON annual (is_sample, year, kind DESC, organisation) WHERE stage = 'published';

CREATE TABLE annual_fact (
    annual UUID NOT NULL,
    sequence BIGINT NOT NULL,
    at BIGINT NOT NULL,
    staff UUID,
    payload TEXT NOT NULL,
    chain BYTEA NOT NULL,
    PRIMARY KEY (annual, sequence)
);

-- What was written, each version of it.
CREATE TABLE annual_text (
    annual UUID NOT NULL,
    section TEXT NOT NULL,
    language TEXT NOT NULL,
    version BIGINT NOT NULL,
    staff UUID NOT NULL,
    at BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (annual, section, language, version)
);

-- The figures as they were taken, by the fact that took them.
CREATE TABLE annual_figures (
    annual UUID NOT NULL,
    sequence BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (annual, sequence)
);

-- What was sent or published, byte for byte, by the fact that did so.
CREATE TABLE annual_document (
    annual UUID NOT NULL,
    sequence BIGINT NOT NULL,
    language TEXT NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (annual, sequence, language)
);

-- People: identity apart from facts. Nothing outside person and contact holds a name, a number or an address.
CREATE TABLE person (
    id UUID NOT NULL PRIMARY KEY,
    category TEXT NOT NULL,
    name TEXT,
    identity_kind TEXT CHECK (identity_kind IN ('cin', 'residence-title', 'passport', 'registration')),
    identity_number TEXT,
    sex TEXT CHECK (sex IN ('female', 'male')),
    on_behalf_of TEXT,
    address TEXT,
    created_at BIGINT NOT NULL,
    erased_at BIGINT
);

CREATE TABLE contact (
    id UUID NOT NULL PRIMARY KEY,
    person UUID NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'letter')),
    value TEXT NOT NULL,
    preferred BOOLEAN NOT NULL,
    verified_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX contact_by_person ON contact (person);
CREATE INDEX contact_by_value ON contact (value, kind);

-- Staff, their sessions and invitations.
CREATE TABLE staff (
    id UUID NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('officer', 'unit-head', 'administration-head', 'registry', 'reform-authority', 'auditor', 'administrator')),
    organisation TEXT NOT NULL,
    unit TEXT,
    language TEXT NOT NULL CHECK (language IN ('ar', 'zgh', 'fr', 'en')),
    password_hash TEXT NOT NULL,
    totp_secret BYTEA,
    totp_required BOOLEAN NOT NULL,
    totp_last_step BIGINT NOT NULL,
    is_sample BOOLEAN NOT NULL,
    is_active BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX staff_email ON staff (email);
CREATE INDEX staff_by_organisation ON staff (organisation, id);

CREATE TABLE recovery_code (
    staff UUID NOT NULL REFERENCES staff (id),
    code_hash BYTEA NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (staff, code_hash)
);

CREATE TABLE session (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    staff UUID NOT NULL REFERENCES staff (id),
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    second_factor BOOLEAN NOT NULL
);
CREATE INDEX session_by_staff ON session (staff);

CREATE TABLE invitation (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    email TEXT,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    unit TEXT,
    language TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

-- Drafts: filings not sent yet, each behind an unguessable link.
CREATE TABLE draft (
    id UUID NOT NULL PRIMARY KEY,
    token_hash BYTEA NOT NULL,
    content TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    filed_as UUID
);
CREATE UNIQUE INDEX draft_token_hash ON draft (token_hash);
CREATE INDEX draft_expiry ON draft (expires_at);

-- Cases: the state derived from events, kept in the same transaction as they.
CREATE TABLE case_state (
    id UUID NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL,
    access_hash BYTEA NOT NULL,
    filing_key TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('complaint', 'remark', 'proposal')),
    channel TEXT NOT NULL CHECK (channel IN ('web', 'mobile', 'phone', 'counter', 'letter', 'email', 'sms', 'api', 'import')),
    language TEXT NOT NULL CHECK (language IN ('ar', 'zgh', 'fr', 'en')),
    category TEXT NOT NULL,
    person UUID REFERENCES person (id),
    document UUID NOT NULL,
    subject TEXT,
    territory TEXT,
    place TEXT,
    organisation TEXT NOT NULL,
    unit TEXT,
    officer UUID REFERENCES staff (id),
    stage TEXT NOT NULL CHECK (stage IN ('filed', 'admissible', 'assigned', 'in-progress', 'waiting', 'arbitration', 'answered', 'closed')),
    is_open BOOLEAN NOT NULL,
    is_sample BOOLEAN NOT NULL,
    filed_at BIGINT NOT NULL,
    answer_due TEXT NOT NULL,
    closes_after TEXT,
    next_reminder TEXT,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    chain_head BYTEA NOT NULL,
    state TEXT NOT NULL
);
CREATE UNIQUE INDEX case_state_reference ON case_state (reference);
CREATE UNIQUE INDEX case_state_filing_key ON case_state (filing_key);
CREATE INDEX case_state_queue ON case_state (organisation, is_open, answer_due, id);
CREATE INDEX case_state_stage ON case_state (organisation, stage, answer_due, id);
CREATE INDEX case_state_officer ON case_state (officer, is_open, answer_due, id);
CREATE INDEX case_state_open_stage ON case_state (stage, answer_due, id);
CREATE INDEX case_state_closing ON case_state (stage, closes_after, id);
CREATE INDEX case_state_reminder ON case_state (next_reminder, id);
CREATE INDEX case_state_person ON case_state (person, filed_at);

-- Texts written by people, apart from events so that they can be erased without touching the record.
CREATE TABLE document (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES case_state (id),
    title TEXT,
    body TEXT NOT NULL,
    language TEXT,
    created_at BIGINT NOT NULL,
    erased_at BIGINT
);
CREATE INDEX document_by_case ON document (case_id, created_at);

-- Events: appended, never changed; only position is set once, by the sequencer.
CREATE TABLE event (
    case_id UUID NOT NULL REFERENCES case_state (id),
    sequence BIGINT NOT NULL,
    at BIGINT NOT NULL,
    fact TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('filer', 'staff', 'system')),
    staff UUID,
    organisation TEXT NOT NULL,
    subject TEXT,
    territory TEXT,
    payload TEXT NOT NULL,
    chain BYTEA NOT NULL,
    position BIGINT,
    PRIMARY KEY (case_id, sequence)
);
CREATE UNIQUE INDEX event_position ON event (position);
CREATE INDEX event_unplaced ON event (at, case_id, sequence) WHERE position IS NULL;

-- Files sent with a draft or added to a case; the bytes are in the blob store under the identifier.
CREATE TABLE attachment (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID REFERENCES case_state (id),
    draft UUID,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    sha256 BYTEA NOT NULL,
    preview BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX attachment_by_case ON attachment (case_id, created_at);
CREATE INDEX attachment_by_draft ON attachment (draft, created_at);

-- Codes sent to prove that a contact is the person's own.
CREATE TABLE contact_code (
    id UUID NOT NULL PRIMARY KEY,
    contact_hash BYTEA NOT NULL,
    code_hash BYTEA NOT NULL,
    attempts BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX contact_code_by_contact ON contact_code (contact_hash, created_at);

-- Messages delivered to the mailbox page of an instance without a mail server.
CREATE TABLE mailbox (
    id UUID NOT NULL PRIMARY KEY,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX mailbox_by_time ON mailbox (created_at, id);

-- What members of staff did to anything that is not a case, and what they opened.
CREATE TABLE audit (
    id UUID NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    staff UUID,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    organisation TEXT
);
CREATE INDEX audit_by_time ON audit (at, id);

-- Search text, folded; see dialect for the two engines.
CREATE TABLE case_words (
    case_id UUID NOT NULL PRIMARY KEY REFERENCES case_state (id),
    filed_at BIGINT NOT NULL,
    words TSVECTOR NOT NULL
);
CREATE INDEX case_words_match ON case_words USING GIN (words);
CREATE INDEX case_words_newest ON case_words (filed_at);

-- How many open cases stand where, per organisation and day they are due: counts are read from here,
-- never made by counting cases. tally_case remembers what each case last contributed.
CREATE TABLE tally (
    organisation TEXT NOT NULL,
    officer TEXT NOT NULL,
    stage TEXT NOT NULL,
    kind TEXT NOT NULL,
    reopened BOOLEAN NOT NULL,
    answer_due TEXT NOT NULL,
    cases BIGINT NOT NULL,
    PRIMARY KEY (organisation, officer, stage, kind, reopened, answer_due)
);
CREATE TABLE tally_case (
    case_id UUID NOT NULL PRIMARY KEY REFERENCES case_state (id),
    organisation TEXT NOT NULL,
    officer TEXT NOT NULL,
    stage TEXT NOT NULL,
    kind TEXT NOT NULL,
    reopened BOOLEAN NOT NULL,
    answer_due TEXT NOT NULL
);

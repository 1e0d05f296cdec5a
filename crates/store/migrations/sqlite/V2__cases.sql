-- People: identity apart from facts. Nothing outside person and contact holds a name, a number or an address.
CREATE TABLE person (
    id BLOB NOT NULL PRIMARY KEY,
    category TEXT NOT NULL,
    name TEXT,
    identity_kind TEXT CHECK (identity_kind IN ('cin', 'residence-title', 'passport', 'registration')),
    identity_number TEXT,
    sex TEXT CHECK (sex IN ('female', 'male')),
    on_behalf_of TEXT,
    address TEXT,
    created_at INTEGER NOT NULL,
    erased_at INTEGER
) STRICT;

CREATE TABLE contact (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'letter')),
    value TEXT NOT NULL,
    preferred INTEGER NOT NULL,
    verified_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_by_person ON contact (person);
CREATE INDEX contact_by_value ON contact (value, kind);

-- Staff, their sessions and invitations.
CREATE TABLE staff (
    id BLOB NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('officer', 'unit-head', 'administration-head', 'registry', 'reform-authority', 'auditor', 'administrator')),
    organisation TEXT NOT NULL,
    unit TEXT,
    language TEXT NOT NULL CHECK (language IN ('ar', 'zgh', 'fr', 'en')),
    password_hash TEXT NOT NULL,
    totp_secret BLOB,
    totp_required INTEGER NOT NULL,
    totp_last_step INTEGER NOT NULL,
    is_sample INTEGER NOT NULL,
    is_active INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX staff_email ON staff (email);
CREATE INDEX staff_by_organisation ON staff (organisation, id);

CREATE TABLE recovery_code (
    staff BLOB NOT NULL REFERENCES staff (id),
    code_hash BLOB NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (staff, code_hash)
) STRICT;

CREATE TABLE session (
    token_hash BLOB NOT NULL PRIMARY KEY,
    staff BLOB NOT NULL REFERENCES staff (id),
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    second_factor INTEGER NOT NULL
) STRICT;
CREATE INDEX session_by_staff ON session (staff);

CREATE TABLE invitation (
    token_hash BLOB NOT NULL PRIMARY KEY,
    email TEXT,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    unit TEXT,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;

-- Drafts: filings not sent yet, each behind an unguessable link.
CREATE TABLE draft (
    id BLOB NOT NULL PRIMARY KEY,
    token_hash BLOB NOT NULL,
    content TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    filed_as BLOB
) STRICT;
CREATE UNIQUE INDEX draft_token_hash ON draft (token_hash);
CREATE INDEX draft_expiry ON draft (expires_at);

-- Cases: the state derived from events, kept in the same transaction as they.
CREATE TABLE case_state (
    id BLOB NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL,
    access_hash BLOB NOT NULL,
    filing_key TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('complaint', 'remark', 'proposal')),
    channel TEXT NOT NULL CHECK (channel IN ('web', 'mobile', 'phone', 'counter', 'letter', 'email', 'sms', 'api', 'import')),
    language TEXT NOT NULL CHECK (language IN ('ar', 'zgh', 'fr', 'en')),
    category TEXT NOT NULL,
    person BLOB REFERENCES person (id),
    document BLOB NOT NULL,
    subject TEXT,
    territory TEXT,
    place TEXT,
    organisation TEXT NOT NULL,
    unit TEXT,
    officer BLOB REFERENCES staff (id),
    stage TEXT NOT NULL CHECK (stage IN ('filed', 'admissible', 'assigned', 'in-progress', 'waiting', 'arbitration', 'answered', 'closed')),
    is_open INTEGER NOT NULL,
    is_sample INTEGER NOT NULL,
    filed_at INTEGER NOT NULL,
    answer_due TEXT NOT NULL,
    closes_after TEXT,
    next_reminder TEXT,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    chain_head BLOB NOT NULL,
    state TEXT NOT NULL
) STRICT;
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
    id BLOB NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL REFERENCES case_state (id),
    title TEXT,
    body TEXT NOT NULL,
    language TEXT,
    created_at INTEGER NOT NULL,
    erased_at INTEGER
) STRICT;
CREATE INDEX document_by_case ON document (case_id, created_at);

-- Events: appended, never changed; only position is set once, by the sequencer.
CREATE TABLE event (
    case_id BLOB NOT NULL REFERENCES case_state (id),
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    fact TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('filer', 'staff', 'system')),
    staff BLOB,
    organisation TEXT NOT NULL,
    subject TEXT,
    territory TEXT,
    payload TEXT NOT NULL,
    chain BLOB NOT NULL,
    position INTEGER,
    PRIMARY KEY (case_id, sequence)
) STRICT;
CREATE UNIQUE INDEX event_position ON event (position);
CREATE INDEX event_unplaced ON event (at, case_id, sequence) WHERE position IS NULL;

-- Files sent with a draft or added to a case; the bytes are in the blob store under the identifier.
CREATE TABLE attachment (
    id BLOB NOT NULL PRIMARY KEY,
    case_id BLOB REFERENCES case_state (id),
    draft BLOB,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    preview INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_by_case ON attachment (case_id, created_at);
CREATE INDEX attachment_by_draft ON attachment (draft, created_at);

-- Codes sent to prove that a contact is the person's own.
CREATE TABLE contact_code (
    id BLOB NOT NULL PRIMARY KEY,
    contact_hash BLOB NOT NULL,
    code_hash BLOB NOT NULL,
    attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE INDEX contact_code_by_contact ON contact_code (contact_hash, created_at);

-- Messages delivered to the mailbox page of an instance without a mail server.
CREATE TABLE mailbox (
    id BLOB NOT NULL PRIMARY KEY,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX mailbox_by_time ON mailbox (created_at, id);

-- What members of staff did to anything that is not a case, and what they opened.
CREATE TABLE audit (
    id BLOB NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    staff BLOB,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    organisation TEXT
) STRICT;
CREATE INDEX audit_by_time ON audit (at, id);

-- Search text, folded; see dialect for the two engines.
CREATE TABLE case_words_row (
    row_number INTEGER NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL UNIQUE REFERENCES case_state (id)
) STRICT;
CREATE VIRTUAL TABLE case_words USING fts5 (
    words,
    content = '',
    contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0"
);

-- How many open cases stand where, per organisation and day they are due: counts are read from here,
-- never made by counting cases. tally_case remembers what each case last contributed.
CREATE TABLE tally (
    organisation TEXT NOT NULL,
    officer TEXT NOT NULL,
    stage TEXT NOT NULL,
    kind TEXT NOT NULL,
    reopened INTEGER NOT NULL,
    answer_due TEXT NOT NULL,
    cases INTEGER NOT NULL,
    PRIMARY KEY (organisation, officer, stage, kind, reopened, answer_due)
) STRICT;
CREATE TABLE tally_case (
    case_id BLOB NOT NULL PRIMARY KEY REFERENCES case_state (id),
    organisation TEXT NOT NULL,
    officer TEXT NOT NULL,
    stage TEXT NOT NULL,
    kind TEXT NOT NULL,
    reopened INTEGER NOT NULL,
    answer_due TEXT NOT NULL
) STRICT;

-- Whoever takes calls, and whoever leads them.
ALTER TABLE staff ADD COLUMN role_word TEXT NOT NULL DEFAULT 'auditor' CHECK (role_word IN ('officer', 'unit-head', 'administration-head', 'registry', 'reform-authority', 'head-of-government', 'auditor', 'administrator', 'call-agent', 'call-supervisor'));
UPDATE staff SET role_word = role;
ALTER TABLE staff DROP COLUMN role;
ALTER TABLE staff RENAME COLUMN role_word TO role;

-- Calls of the call centre, without whoever called. What an exchange tells comes twice and in any order: it is told by the
-- exchange and the identifier that this one gave it.
CREATE TABLE phone_call (
    id BLOB NOT NULL PRIMARY KEY,
    exchange TEXT NOT NULL,
    external_id TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    queue TEXT,
    language TEXT,
    wish TEXT CHECK (wish IN ('follow', 'file', 'orient', 'agent', 'call-back')),
    stage TEXT NOT NULL CHECK (stage IN ('ringing', 'waiting', 'talking', 'wrap-up', 'ended', 'abandoned', 'served')),
    is_handed_over INTEGER NOT NULL,
    agent BLOB REFERENCES staff (id),
    consent TEXT NOT NULL CHECK (consent IN ('not-asked', 'given', 'refused')),
    disposition TEXT CHECK (disposition IN ('filed', 'followed', 'oriented', 'call-back-promised', 'handed-over', 'nothing-to-do', 'wrong-number')),
    came_at INTEGER NOT NULL,
    queued_at INTEGER,
    answered_at INTEGER,
    hung_up_at INTEGER,
    ended_at INTEGER,
    version INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX phone_call_external ON phone_call (exchange, external_id);
CREATE INDEX phone_call_waiting ON phone_call (came_at, id) WHERE stage IN ('ringing', 'waiting');
CREATE INDEX phone_call_in_hand ON phone_call (agent, came_at, id) WHERE stage IN ('talking', 'wrap-up');
CREATE INDEX phone_call_came ON phone_call (came_at, id);
CREATE INDEX phone_call_of_agent ON phone_call (agent, came_at, id) WHERE agent IS NOT NULL;
CREATE INDEX phone_call_changed ON phone_call (changed_at, id);

-- Who called, what they typed and what the agent noted: forgotten some time after the call.
CREATE TABLE phone_caller (
    call BLOB NOT NULL PRIMARY KEY REFERENCES phone_call (id),
    number TEXT,
    digits TEXT,
    notes TEXT NOT NULL,
    came_at INTEGER NOT NULL
) STRICT;
CREATE INDEX phone_caller_number ON phone_caller (number, came_at, call) WHERE number IS NOT NULL;
CREATE INDEX phone_caller_came ON phone_caller (came_at, call);

-- Cases that a caller has proven to be theirs, within one call.
CREATE TABLE phone_call_case (
    call BLOB NOT NULL REFERENCES phone_call (id),
    case_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (call, case_id)
) STRICT;

-- Whoever is signed in to take calls.
CREATE TABLE call_agent (
    staff BLOB NOT NULL PRIMARY KEY REFERENCES staff (id),
    queue TEXT NOT NULL,
    extension TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('free', 'pause')),
    since INTEGER NOT NULL
) STRICT;
CREATE INDEX call_agent_extension ON call_agent (extension);

-- Whom to call, when, and how often it was tried.
CREATE TABLE call_back (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('promised', 'survey')),
    call BLOB,
    case_id BLOB,
    language TEXT,
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('waiting', 'reached', 'refused', 'given-up')),
    attempts INTEGER NOT NULL,
    next_at INTEGER,
    promised_by BLOB,
    promised_at INTEGER NOT NULL
) STRICT;
CREATE INDEX call_back_next ON call_back (next_at, id) WHERE standing = 'waiting';
CREATE UNIQUE INDEX call_back_survey ON call_back (case_id) WHERE kind = 'survey';

-- Where they are called, and about what: forgotten some time after it ended.
CREATE TABLE call_back_to (
    call_back BLOB NOT NULL PRIMARY KEY REFERENCES call_back (id),
    number TEXT NOT NULL,
    about TEXT NOT NULL,
    promised_at INTEGER NOT NULL
) STRICT;
CREATE INDEX call_back_to_promised ON call_back_to (promised_at, call_back);

CREATE TABLE call_back_attempt (
    call_back BLOB NOT NULL REFERENCES call_back (id),
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    staff BLOB NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'busy', 'no-answer', 'refused')),
    PRIMARY KEY (call_back, sequence)
) STRICT;

-- What came from outside over the webhook of exchanges, so that nothing is heard twice.
CREATE TABLE cti_heard (
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (source, id)
) STRICT;
CREATE INDEX cti_heard_at ON cti_heard (at, source, id);

-- Whoever takes calls, and whoever leads them.
ALTER TABLE staff DROP CONSTRAINT staff_role_check;
ALTER TABLE staff ADD CONSTRAINT staff_role_check CHECK (role IN ('officer', 'unit-head', 'administration-head', 'registry', 'reform-authority', 'head-of-government', 'auditor', 'administrator', 'call-agent', 'call-supervisor'));

-- Calls of the call centre, without whoever called. What an exchange tells comes twice and in any order: it is told by the
-- exchange and the identifier that this one gave it.
CREATE TABLE phone_call (
    id UUID NOT NULL PRIMARY KEY,
    exchange TEXT NOT NULL,
    external_id TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    queue TEXT,
    language TEXT,
    wish TEXT CHECK (wish IN ('follow', 'file', 'orient', 'agent', 'call-back')),
    stage TEXT NOT NULL CHECK (stage IN ('ringing', 'waiting', 'talking', 'wrap-up', 'ended', 'abandoned', 'served')),
    is_handed_over BOOLEAN NOT NULL,
    agent UUID REFERENCES staff (id),
    consent TEXT NOT NULL CHECK (consent IN ('not-asked', 'given', 'refused')),
    disposition TEXT CHECK (disposition IN ('filed', 'followed', 'oriented', 'call-back-promised', 'handed-over', 'nothing-to-do', 'wrong-number')),
    came_at BIGINT NOT NULL,
    queued_at BIGINT,
    answered_at BIGINT,
    hung_up_at BIGINT,
    ended_at BIGINT,
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX phone_call_external ON phone_call (exchange, external_id);
CREATE INDEX phone_call_waiting ON phone_call (came_at, id) WHERE stage IN ('ringing', 'waiting');
CREATE INDEX phone_call_in_hand ON phone_call (agent, came_at, id) WHERE stage IN ('talking', 'wrap-up');
CREATE INDEX phone_call_came ON phone_call (came_at, id);
CREATE INDEX phone_call_of_agent ON phone_call (agent, came_at, id) WHERE agent IS NOT NULL;
CREATE INDEX phone_call_changed ON phone_call (changed_at, id);

-- Who called, what they typed and what the agent noted: forgotten some time after the call.
CREATE TABLE phone_caller (
    call UUID NOT NULL PRIMARY KEY REFERENCES phone_call (id),
    number TEXT,
    digits TEXT,
    notes TEXT NOT NULL,
    came_at BIGINT NOT NULL
);
CREATE INDEX phone_caller_number ON phone_caller (number, came_at, call) WHERE number IS NOT NULL;
CREATE INDEX phone_caller_came ON phone_caller (came_at, call);

-- Cases that a caller has proven to be theirs, within one call.
CREATE TABLE phone_call_case (
    call UUID NOT NULL REFERENCES phone_call (id),
    case_id UUID NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (call, case_id)
);

-- Whoever is signed in to take calls.
CREATE TABLE call_agent (
    staff UUID NOT NULL PRIMARY KEY REFERENCES staff (id),
    queue TEXT NOT NULL,
    extension TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('free', 'pause')),
    since BIGINT NOT NULL
);
CREATE INDEX call_agent_extension ON call_agent (extension);

-- Whom to call, when, and how often it was tried.
CREATE TABLE call_back (
    id UUID NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('promised', 'survey')),
    call UUID,
    case_id UUID,
    language TEXT,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('waiting', 'reached', 'refused', 'given-up')),
    attempts BIGINT NOT NULL,
    next_at BIGINT,
    promised_by UUID,
    promised_at BIGINT NOT NULL
);
CREATE INDEX call_back_next ON call_back (next_at, id) WHERE standing = 'waiting';
CREATE UNIQUE INDEX call_back_survey ON call_back (case_id) WHERE kind = 'survey';

-- Where they are called, and about what: forgotten some time after it ended.
CREATE TABLE call_back_to (
    call_back UUID NOT NULL PRIMARY KEY REFERENCES call_back (id),
    number TEXT NOT NULL,
    about TEXT NOT NULL,
    promised_at BIGINT NOT NULL
);
CREATE INDEX call_back_to_promised ON call_back_to (promised_at, call_back);

CREATE TABLE call_back_attempt (
    call_back UUID NOT NULL REFERENCES call_back (id),
    sequence BIGINT NOT NULL,
    at BIGINT NOT NULL,
    staff UUID NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'busy', 'no-answer', 'refused')),
    PRIMARY KEY (call_back, sequence)
);

-- What came from outside over the webhook of exchanges, so that nothing is heard twice.
CREATE TABLE cti_heard (
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (source, id)
);
CREATE INDEX cti_heard_at ON cti_heard (at, source, id);

-- Cases that were filed for a caller within a call. They are proven to nobody by that: see phone_call_case.
CREATE TABLE phone_call_filed (
    call UUID NOT NULL REFERENCES phone_call (id),
    case_id UUID NOT NULL REFERENCES case_state (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (call, case_id)
);
CREATE INDEX phone_call_filed_by_case ON phone_call_filed (case_id, call);
CREATE INDEX phone_call_case_by_case ON phone_call_case (case_id, call);

-- What a caller said to being recorded, each time: when, and who wrote it down; nobody where they pressed a key.
CREATE TABLE phone_consent (
    call UUID NOT NULL REFERENCES phone_call (id),
    sequence BIGINT NOT NULL,
    consent TEXT NOT NULL CHECK (consent IN ('not-asked', 'given', 'refused')),
    staff UUID,
    at BIGINT NOT NULL,
    PRIMARY KEY (call, sequence)
);

-- What was recorded on the telephone. The sound lies where files lie, under the identifier of its row, and is described as
-- a file of its call, or of the case that was filed from it. The row stays when the sound is erased, so that nothing is
-- kept a second time.
CREATE TABLE call_recording (
    id UUID NOT NULL PRIMARY KEY,
    call UUID NOT NULL REFERENCES phone_call (id),
    kind TEXT NOT NULL CHECK (kind IN ('talk', 'message')),
    source TEXT NOT NULL,
    seconds BIGINT NOT NULL,
    at BIGINT NOT NULL,
    ends_at BIGINT,
    erased_at BIGINT
);
CREATE UNIQUE INDEX call_recording_source ON call_recording (source);
CREATE INDEX call_recording_of_call ON call_recording (call, at, id);
CREATE INDEX call_recording_ending ON call_recording (ends_at, id) WHERE ends_at IS NOT NULL;

-- Messages that callers left, to be written down and filed.
CREATE TABLE voice_message (
    recording UUID NOT NULL PRIMARY KEY REFERENCES call_recording (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'filed', 'set-aside')),
    reason TEXT CHECK (reason IN ('empty', 'nuisance', 'repeated')),
    case_id UUID REFERENCES case_state (id),
    left_at BIGINT NOT NULL,
    settled_by UUID,
    settled_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX voice_message_in_order ON voice_message (state, left_at, recording);

-- What was written down of a message before it was filed: which text, by whom. The text itself is one of its call.
CREATE TABLE voice_message_words (
    recording UUID NOT NULL REFERENCES voice_message (recording),
    version BIGINT NOT NULL,
    document UUID NOT NULL,
    staff UUID NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (recording, version)
);

-- Cases that were filed for a caller within a call. They are proven to nobody by that: see phone_call_case.
CREATE TABLE phone_call_filed (
    call BLOB NOT NULL REFERENCES phone_call (id),
    case_id BLOB NOT NULL REFERENCES case_state (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (call, case_id)
) STRICT;
CREATE INDEX phone_call_filed_by_case ON phone_call_filed (case_id, call);
CREATE INDEX phone_call_case_by_case ON phone_call_case (case_id, call);

-- What a caller said to being recorded, each time: when, and who wrote it down; nobody where they pressed a key.
CREATE TABLE phone_consent (
    call BLOB NOT NULL REFERENCES phone_call (id),
    sequence INTEGER NOT NULL,
    consent TEXT NOT NULL CHECK (consent IN ('not-asked', 'given', 'refused')),
    staff BLOB,
    at INTEGER NOT NULL,
    PRIMARY KEY (call, sequence)
) STRICT;

-- What was recorded on the telephone. The sound lies where files lie, under the identifier of its row, and is described as
-- a file of its call, or of the case that was filed from it. The row stays when the sound is erased, so that nothing is
-- kept a second time.
CREATE TABLE call_recording (
    id BLOB NOT NULL PRIMARY KEY,
    call BLOB NOT NULL REFERENCES phone_call (id),
    kind TEXT NOT NULL CHECK (kind IN ('talk', 'message')),
    source TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    at INTEGER NOT NULL,
    ends_at INTEGER,
    erased_at INTEGER
) STRICT;
CREATE UNIQUE INDEX call_recording_source ON call_recording (source);
CREATE INDEX call_recording_of_call ON call_recording (call, at, id);
CREATE INDEX call_recording_ending ON call_recording (ends_at, id) WHERE ends_at IS NOT NULL;

-- Messages that callers left, to be written down and filed.
CREATE TABLE voice_message (
    recording BLOB NOT NULL PRIMARY KEY REFERENCES call_recording (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'filed', 'set-aside')),
    reason TEXT CHECK (reason IN ('empty', 'nuisance', 'repeated')),
    case_id BLOB REFERENCES case_state (id),
    left_at INTEGER NOT NULL,
    settled_by BLOB,
    settled_at INTEGER,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX voice_message_in_order ON voice_message (state, left_at, recording);

-- What was written down of a message before it was filed: which text, by whom. The text itself is one of its call.
CREATE TABLE voice_message_words (
    recording BLOB NOT NULL REFERENCES voice_message (recording),
    version INTEGER NOT NULL,
    document BLOB NOT NULL,
    staff BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (recording, version)
) STRICT;

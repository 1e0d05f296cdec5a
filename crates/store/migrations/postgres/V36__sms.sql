-- What is known of a telephone number: whether its owner wants no news by short messages, and whether they arrive. Numbers
-- are kept as a digest under the house key alone.
CREATE TABLE sms_number (
    digest BYTEA NOT NULL PRIMARY KEY,
    stopped_at BIGINT,
    failures BIGINT NOT NULL,
    failing_at BIGINT,
    -- The draft in which what comes from the number is gathered, and since when.
    talk UUID,
    talk_at BIGINT,
    changed_at BIGINT NOT NULL
);
CREATE INDEX sms_number_idle ON sms_number (changed_at, digest) WHERE stopped_at IS NULL;

-- Short messages that left, each by the job that sent it, and what the gateway reported of it.
CREATE TABLE sms_sent (
    id UUID NOT NULL PRIMARY KEY,
    digest BYTEA NOT NULL,
    class TEXT NOT NULL CHECK (class IN ('asked', 'news')),
    alphabet TEXT NOT NULL CHECK (alphabet IN ('gsm7', 'ucs2')),
    parts BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sent', 'delivered', 'failed')),
    at BIGINT NOT NULL,
    told_at BIGINT
);
CREATE INDEX sms_sent_to_number ON sms_sent (digest, class, at);
CREATE INDEX sms_sent_by_time ON sms_sent (at, id);

-- Short messages that came, by the names that gateways gave them: one that is brought again is known. What they said is not
-- here.
CREATE TABLE sms_came (
    id BYTEA NOT NULL PRIMARY KEY,
    digest BYTEA NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('follow', 'help', 'stop', 'start', 'filing', 'flood')),
    at BIGINT NOT NULL
);
CREATE INDEX sms_came_from_number ON sms_came (digest, at);
CREATE INDEX sms_came_by_time ON sms_came (at, id);

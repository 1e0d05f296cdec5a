-- Browsers that are told of what happens to a case: where their push service takes messages, and the keys with which only
-- that browser reads them.
CREATE TABLE push_subscription (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES case_state (id),
    -- SHA-256 of the address: a browser that follows several cases has one address.
    endpoint_hash BYTEA NOT NULL,
    endpoint TEXT NOT NULL,
    public_key BYTEA NOT NULL,
    auth_secret BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX push_subscription_of_case ON push_subscription (case_id, endpoint_hash);
CREATE INDEX push_subscription_of_browser ON push_subscription (endpoint_hash);
CREATE INDEX push_subscription_ending ON push_subscription (expires_at, id);

-- Files on their way to a draft, in parts.
CREATE TABLE upload (
    id UUID NOT NULL PRIMARY KEY,
    draft UUID NOT NULL,
    name TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    received BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'refused')),
    -- Why it was refused: the key of a sentence.
    refusal TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX upload_of_draft ON upload (draft, id);
CREATE INDEX upload_ending ON upload (expires_at, id);

-- The parts that came; the bytes of each lie where files lie, under its identifier.
CREATE TABLE upload_part (
    id UUID NOT NULL PRIMARY KEY,
    upload UUID NOT NULL,
    position BIGINT NOT NULL,
    bytes BIGINT NOT NULL
);
CREATE UNIQUE INDEX upload_part_in_order ON upload_part (upload, position);

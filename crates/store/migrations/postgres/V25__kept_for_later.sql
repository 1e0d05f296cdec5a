-- A draft that its filer keeps for later is found by a code too: by a keyed digest of it. Beside it lies the word of the
-- draft's address, readable with the code alone. Both go when the draft is sent.
ALTER TABLE draft ADD COLUMN code_hash BYTEA;
ALTER TABLE draft ADD COLUMN code_seal BYTEA;
CREATE UNIQUE INDEX draft_by_code ON draft (code_hash) WHERE code_hash IS NOT NULL;

-- Who speaks for a company, an association or a cooperative, and as what.
ALTER TABLE person ADD COLUMN representative TEXT;
ALTER TABLE person ADD COLUMN quality TEXT;

-- A body has a common identifier (ICE) too.
ALTER TABLE person DROP CONSTRAINT person_identity_kind_check;
ALTER TABLE person ADD CONSTRAINT person_identity_kind_check CHECK (identity_kind IN ('cin', 'residence-title', 'passport', 'ice', 'registration'));

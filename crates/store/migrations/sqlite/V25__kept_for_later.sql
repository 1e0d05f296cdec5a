-- A draft that its filer keeps for later is found by a code too: by a keyed digest of it. Beside it lies the word of the
-- draft's address, readable with the code alone. Both go when the draft is sent.
ALTER TABLE draft ADD COLUMN code_hash BLOB;
ALTER TABLE draft ADD COLUMN code_seal BLOB;
CREATE UNIQUE INDEX draft_by_code ON draft (code_hash) WHERE code_hash IS NOT NULL;

-- Who speaks for a company, an association or a cooperative, and as what.
ALTER TABLE person ADD COLUMN representative TEXT;
ALTER TABLE person ADD COLUMN quality TEXT;

-- A body has a common identifier (ICE) too. The check of a column goes with the column alone.
ALTER TABLE person ADD COLUMN identity_word TEXT CHECK (identity_word IN ('cin', 'residence-title', 'passport', 'ice', 'registration'));
UPDATE person SET identity_word = identity_kind WHERE identity_kind IS NOT NULL;
ALTER TABLE person DROP COLUMN identity_kind;
ALTER TABLE person RENAME COLUMN identity_word TO identity_kind;

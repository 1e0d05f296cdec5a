-- A search reads the newest cases of an organisation first: what it looks for is mostly there.
ALTER TABLE case_words ADD COLUMN organisation TEXT NOT NULL DEFAULT '';
UPDATE case_words w
SET organisation = c.organisation
FROM case_state c
WHERE c.id = w.case_id;
ALTER TABLE case_words ALTER COLUMN organisation DROP DEFAULT;
CREATE INDEX case_words_of_organisation ON case_words (organisation, filed_at, case_id);

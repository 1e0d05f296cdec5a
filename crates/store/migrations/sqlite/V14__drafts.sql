-- Which browser sent a draft: the receipt, which carries the access code, is shown again to that one alone.
ALTER TABLE draft ADD COLUMN filed_by BLOB;

-- Drafts are of several kinds. Those of the desk belong to a case and an organisation: whoever works on it there finds
-- them, with who wrote last and when.
ALTER TABLE draft ADD COLUMN kind TEXT NOT NULL DEFAULT 'filing';
ALTER TABLE draft ADD COLUMN case_id BLOB REFERENCES case_state (id);
ALTER TABLE draft ADD COLUMN organisation TEXT;
ALTER TABLE draft ADD COLUMN author BLOB REFERENCES staff (id);
ALTER TABLE draft ADD COLUMN written_at INTEGER;
CREATE INDEX draft_by_case ON draft (case_id, organisation, kind) WHERE case_id IS NOT NULL;

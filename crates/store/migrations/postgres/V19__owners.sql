-- Texts and files belong to an owner of some kind, of which a case is one and a draft another. Which kinds there are
-- the program knows: a new one needs no migration. No row of a case's is written again: its column gets a new name, and
-- the kind of all that is there already is a default for the moment of being added.
ALTER TABLE document DROP CONSTRAINT document_case_id_fkey;
ALTER TABLE document RENAME COLUMN case_id TO owner;
ALTER TABLE document ADD COLUMN owner_kind TEXT NOT NULL DEFAULT 'case';
ALTER TABLE document ALTER COLUMN owner_kind DROP DEFAULT;
ALTER INDEX document_by_case RENAME TO document_by_owner;

ALTER TABLE attachment DROP CONSTRAINT attachment_case_id_fkey;
ALTER TABLE attachment RENAME COLUMN case_id TO owner;
ALTER TABLE attachment ADD COLUMN owner_kind TEXT NOT NULL DEFAULT 'case';
ALTER TABLE attachment ALTER COLUMN owner_kind DROP DEFAULT;
UPDATE attachment SET owner = draft, owner_kind = 'draft' WHERE owner IS NULL;
ALTER TABLE attachment ALTER COLUMN owner SET NOT NULL;
ALTER TABLE attachment DROP COLUMN draft;
ALTER TABLE attachment ALTER COLUMN audience DROP DEFAULT;
ALTER INDEX attachment_by_case RENAME TO attachment_by_owner;

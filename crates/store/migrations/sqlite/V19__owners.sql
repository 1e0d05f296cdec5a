-- Texts and files belong to an owner of some kind, of which a case is one and a draft another. Which kinds there are
-- the program knows: a new one needs no migration.
ALTER TABLE document RENAME TO document_before;
CREATE TABLE document (
    id BLOB NOT NULL PRIMARY KEY,
    owner_kind TEXT NOT NULL,
    owner BLOB NOT NULL,
    title TEXT,
    body TEXT NOT NULL,
    language TEXT,
    created_at INTEGER NOT NULL
) STRICT;
INSERT INTO document (id, owner_kind, owner, title, body, language, created_at)
SELECT id, 'case', case_id, title, body, language, created_at
FROM document_before
ORDER BY rowid;
DROP TABLE document_before;
CREATE INDEX document_by_owner ON document (owner, created_at);

ALTER TABLE attachment RENAME TO attachment_before;
CREATE TABLE attachment (
    id BLOB NOT NULL PRIMARY KEY,
    owner_kind TEXT NOT NULL,
    owner BLOB NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    preview INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('filer', 'colleagues'))
) STRICT;
INSERT INTO attachment (
    id, owner_kind, owner, name, media_type, bytes, sha256, preview, created_at, audience
)
SELECT
    id, CASE WHEN case_id IS NULL THEN 'draft' ELSE 'case' END, COALESCE(case_id, draft), name, media_type, bytes,
    sha256, preview, created_at, audience
FROM attachment_before
ORDER BY rowid;
DROP TABLE attachment_before;
CREATE INDEX attachment_by_owner ON attachment (owner, created_at);

-- Wrong codes of one account within minutes, and what one person did, are read by this index.
CREATE INDEX audit_by_staff ON audit (staff, at);

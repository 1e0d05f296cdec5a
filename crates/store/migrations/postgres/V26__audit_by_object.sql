-- The audit trail is asked for one case too, latest first.
CREATE INDEX audit_by_object ON audit (object, at, id);

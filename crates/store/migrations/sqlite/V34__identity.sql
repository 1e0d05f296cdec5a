-- Who handles a case finds a filer by the number of an identity document, as read from it at a counter or on the telephone.
CREATE INDEX person_by_identity ON person (identity_number) WHERE identity_number IS NOT NULL;

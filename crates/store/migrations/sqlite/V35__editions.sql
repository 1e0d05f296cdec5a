-- Editions of the public statistics: each made in one reading of the record, and never changed.
CREATE TABLE edition (
    number INTEGER NOT NULL PRIMARY KEY,
    is_sample INTEGER NOT NULL,
    position INTEGER NOT NULL,
    happened_at INTEGER,
    made_at INTEGER NOT NULL,
    today TEXT NOT NULL
) STRICT;
CREATE INDEX edition_in_order ON edition (is_sample, number);

-- What is told of each family (one with the parts next within it) in a year, compressed. Where it did not change since an
-- edition, it is not kept again: an edition tells what the last one at or before it kept.
CREATE TABLE edition_family (
    is_sample INTEGER NOT NULL,
    year INTEGER NOT NULL,
    family TEXT NOT NULL,
    number INTEGER NOT NULL,
    is_told INTEGER NOT NULL,
    digest BLOB NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (is_sample, year, family, number)
) STRICT;

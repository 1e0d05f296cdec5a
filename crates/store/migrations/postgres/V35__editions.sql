-- Editions of the public statistics: each made in one reading of the record, and never changed.
CREATE TABLE edition (
    number BIGINT NOT NULL PRIMARY KEY,
    is_sample BOOLEAN NOT NULL,
    position BIGINT NOT NULL,
    happened_at BIGINT,
    made_at BIGINT NOT NULL,
    today TEXT NOT NULL
);
CREATE INDEX edition_in_order ON edition (is_sample, number);

-- What is told of each family (one with the parts next within it) in a year, compressed. Where it did not change since an
-- edition, it is not kept again: an edition tells what the last one at or before it kept.
CREATE TABLE edition_family (
    is_sample BOOLEAN NOT NULL,
    year BIGINT NOT NULL,
    family TEXT NOT NULL,
    number BIGINT NOT NULL,
    is_told BOOLEAN NOT NULL,
    digest BYTEA NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (is_sample, year, family, number)
);

-- How a case stood after each event, so that whoever folds events counts what was, and not what is. Events that were
-- kept before have nothing here: it is filled in from the events themselves when a follower comes to them.
ALTER TABLE event ADD COLUMN stage TEXT;
ALTER TABLE event ADD COLUMN officer BLOB;
ALTER TABLE event ADD COLUMN answer_due TEXT;
ALTER TABLE event ADD COLUMN outcome TEXT;
ALTER TABLE event ADD COLUMN marks TEXT;

-- How far each follower has folded the events. One that is not here yet, or whose version is not the program's, begins
-- anew; `rebuilds_until` is the position at which such a beginning is over.
CREATE TABLE follower (
    name TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    rebuilds_until INTEGER
) STRICT;

-- The counts of queues become the first of them and are folded anew. What each case counted for is known from its
-- events now.
DELETE FROM tally;
DELETE FROM setting WHERE name = 'tally.position';
DROP TABLE tally_case;

-- Columns that nothing ever wrote: a postal address is a contact, and what is erased is gone.
ALTER TABLE person DROP COLUMN address;
ALTER TABLE person DROP COLUMN erased_at;
ALTER TABLE document DROP COLUMN erased_at;

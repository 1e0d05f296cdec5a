-- The point a filer may give, in millionths of a degree: beside the place in words, apart from the events, so that it
-- can be forgotten.
ALTER TABLE case_state ADD COLUMN latitude_micro BIGINT;
ALTER TABLE case_state ADD COLUMN longitude_micro BIGINT;

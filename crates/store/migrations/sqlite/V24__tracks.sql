-- The door by which a case was filed. Few roles read a report of wrongdoing, and every list asks this column who may.
ALTER TABLE case_state ADD COLUMN track TEXT NOT NULL DEFAULT 'ordinary';

-- Which browser sent a draft: the receipt, which carries the access code, is shown again to that one alone.
ALTER TABLE draft ADD COLUMN filed_by BYTEA;

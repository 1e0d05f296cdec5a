-- Nothing here: this engine's search index is read newest first by itself.
SELECT 1;

//! SQLite's half of the pairs.

use crate::{case::queue::lines, statements};

statements! {
    CLAIM_JOBS = "
        UPDATE job
        SET claimed_until = $1, claimed_by = $2
        WHERE id IN (
            SELECT id
            FROM job
            WHERE kind = $3 AND run_at <= $4 AND done_at IS NULL AND dead_at IS NULL
                AND (claimed_until IS NULL OR claimed_until < $4)
            ORDER BY run_at, id
            LIMIT $5
        )
        RETURNING id, kind, payload, secret, attempts, last_error";
    WORDS_ROW = "
        SELECT row_number
        FROM case_words_row
        WHERE case_id = $1";
    LAST_WORDS_ROW = "
        SELECT COALESCE(MAX(row_number), 0)
        FROM case_words_row";
    NEW_WORDS_ROW = "
        INSERT INTO case_words_row (row_number, case_id)
        VALUES ($1, $2)";
    FORGET_ALL_WORDS = "
        INSERT INTO case_words (case_words)
        VALUES ('delete-all')";
    FORGET_ROWS = "
        DELETE FROM case_words_row";
    FORGET_WORDS = "
        DELETE FROM case_words
        WHERE rowid = $1";
    PUT_WORDS = "
        INSERT INTO case_words (rowid, words)
        VALUES ($1, $2)";
    MATCHING = lines!("
        JOIN case_words_row r ON r.case_id = c.id
        JOIN case_words w ON w.rowid = r.row_number
        WHERE case_words MATCH $1 AND w.rowid < $3
        ORDER BY w.rowid DESC
        LIMIT $2");
}

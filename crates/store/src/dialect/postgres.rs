//! PostgreSQL's half of the pairs.

use crate::{case::queue::lines, statements};

/// A statement that looks for words among the newest cases; `$which` says of whom.
macro_rules! newest {
    ($which:literal) => {
        concat!(
            lines!(
                "
        WHERE c.id IN (
            SELECT case_id
            FROM (
                SELECT case_id, filed_at, words
                FROM case_words"
            ),
            "
                WHERE (filed_at, case_id) < ($4, $5)",
            $which,
            "
                ORDER BY filed_at DESC, case_id DESC
                LIMIT $3
            ) newest
            WHERE words @@ CAST(CAST($1 AS TEXT) AS tsquery)
            ORDER BY filed_at DESC, case_id DESC
            LIMIT $2
        )
        ORDER BY c.filed_at DESC, c.id DESC"
        )
    };
}

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
            FOR UPDATE SKIP LOCKED
        )
        RETURNING id, kind, payload, secret, attempts, last_error";
    PLACE_ALL = "
        UPDATE event
        SET position = placed.position
        FROM json_to_recordset(CAST(CAST($1 AS TEXT) AS json))
            AS placed (case_id UUID, sequence BIGINT, position BIGINT)
        WHERE event.case_id = placed.case_id AND event.sequence = placed.sequence
            AND COALESCE(event.position, 0) = 0";
    PUT_WORDS = "
        INSERT INTO case_words (case_id, organisation, filed_at, words)
        SELECT case_id, organisation, filed_at, array_to_tsvector(string_to_array(words, ' '))
        FROM json_to_recordset(CAST(CAST($1 AS TEXT) AS json))
            AS said (case_id UUID, organisation TEXT, filed_at BIGINT, words TEXT)
        ON CONFLICT (case_id) DO UPDATE
        SET organisation = excluded.organisation, words = excluded.words";
    FILED_AT_OF_WORDS = "
        SELECT filed_at
        FROM case_words
        WHERE case_id = $1";
    FORGET_ALL_WORDS = "
        DELETE FROM case_words";
    MATCHING_OF_NEWEST = newest!("");
    MATCHING_OF_NEWEST_OF_ORGANISATION = newest!("
                    AND organisation = $6");
    MATCHING = lines!("
        WHERE c.id IN (
            WITH hit AS MATERIALIZED (
                SELECT case_id, filed_at
                FROM case_words
                WHERE words @@ CAST(CAST($1 AS TEXT) AS tsquery) AND (filed_at, case_id) < ($3, $4)
            )
            SELECT case_id
            FROM hit
            ORDER BY filed_at DESC, case_id DESC
            LIMIT $2
        )
        ORDER BY c.filed_at DESC, c.id DESC");
}

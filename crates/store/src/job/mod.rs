//! Jobs: kept with the change that calls for them, claimed by one worker at a time, done at least once.

use uuid::Uuid;

use crate::{StoreError, Tx, dialect, statements, tx::Engine};

statements! {
    PUSH = "
        INSERT INTO job (id, kind, payload, run_at, attempts)
        VALUES ($1, $2, $3, $4, 0)
        ON CONFLICT (id) DO NOTHING";
    FINISH = "
        UPDATE job
        SET done_at = $1, claimed_until = NULL, claimed_by = NULL
        WHERE id = $2 AND done_at IS NULL";
    RETRY_LATER = "
        UPDATE job
        SET attempts = attempts + 1, last_error = $1, run_at = $2, claimed_until = NULL, claimed_by = NULL
        WHERE id = $3 AND done_at IS NULL";
    GIVE_UP = "
        UPDATE job
        SET attempts = attempts + 1, last_error = $1, dead_at = $2, claimed_until = NULL, claimed_by = NULL
        WHERE id = $3 AND done_at IS NULL";
    RELEASE = "
        UPDATE job
        SET claimed_until = NULL, claimed_by = NULL
        WHERE id = $1 AND done_at IS NULL";
    DEAD = "
        SELECT id, kind, payload, attempts, last_error, dead_at
        FROM job
        WHERE dead_at IS NOT NULL AND (dead_at, id) < ($1, $2)
        ORDER BY dead_at DESC, id DESC
        LIMIT $3";
    FORGET_DONE = "
        DELETE FROM job
        WHERE id IN (
            SELECT id
            FROM job
            WHERE done_at IS NOT NULL AND done_at < $1
            ORDER BY done_at, id
            LIMIT $2
        )";
    REVIVE = "
        UPDATE job
        SET dead_at = NULL, attempts = 0, run_at = $1
        WHERE id = $2 AND dead_at IS NOT NULL";
}

/// A job to be.
#[derive(Clone, Copy, Debug)]
pub struct NewJob<'a> {
    /// Identifier, also the key under which its effect is recognised when it is done twice.
    pub id: Uuid,
    /// What sort of job.
    pub kind: &'a str,
    /// What it needs to know.
    pub payload: &'a str,
    /// Not before this instant, microseconds since the epoch.
    pub run_at: i64,
}

/// A job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Identifier.
    pub id: Uuid,
    /// What sort of job.
    pub kind: String,
    /// What it needs to know.
    pub payload: String,
    /// How often it was tried before.
    pub attempts: i64,
    /// What went wrong last.
    pub last_error: Option<String>,
}

/// Keeps a job to be done.
pub fn push(tx: &mut Tx<'_>, job: &NewJob<'_>) -> Result<(), StoreError> {
    tx.put(PUSH, &[&job.id, &job.kind, &job.payload, &job.run_at])?;
    Ok(())
}

/// Claims jobs of a kind that wait at `now`, oldest first, at most `limit`, for `lease` microseconds: if they
/// are neither finished nor failed by then, another worker may claim them.
pub fn claim(
    tx: &mut Tx<'_>,
    kind: &str,
    worker: &str,
    now: i64,
    lease: i64,
    limit: i64,
) -> Result<Vec<Job>, StoreError> {
    let statement = match tx.engine() {
        Engine::Sqlite => dialect::sqlite::CLAIM_JOBS,
        Engine::Postgres => dialect::postgres::CLAIM_JOBS,
    };
    let until = now.saturating_add(lease);
    tx.query_all(statement, &[&until, &worker, &kind, &now, &limit], read)
}

/// Notes that a job is done.
pub fn finish(tx: &mut Tx<'_>, id: Uuid, now: i64) -> Result<(), StoreError> {
    tx.put(FINISH, &[&now, &id])?;
    Ok(())
}

/// Notes that a job failed: to be tried again at `again_at`, or given up when that is `None`.
pub fn fail(
    tx: &mut Tx<'_>,
    id: Uuid,
    error: &str,
    again_at: Option<i64>,
    now: i64,
) -> Result<(), StoreError> {
    match again_at {
        Some(at) => tx.execute(RETRY_LATER, &[&error, &at, &id])?,
        None => tx.execute(GIVE_UP, &[&error, &now, &id])?,
    };
    Ok(())
}

/// Gives a claimed job back, so that what is left of it can be claimed at once.
pub fn release(tx: &mut Tx<'_>, id: Uuid) -> Result<(), StoreError> {
    tx.put(RELEASE, &[&id])?;
    Ok(())
}

/// Jobs that were given up before an instant and identifier, newest first, each with the instant.
pub fn dead(
    tx: &mut Tx<'_>,
    before: (i64, Uuid),
    limit: i64,
) -> Result<Vec<(Job, i64)>, StoreError> {
    tx.query_all(DEAD, &[&before.0, &before.1, &limit], |row| {
        Ok((read(row)?, row.get(5)?))
    })
}

/// Lets a job that was given up be tried again; answers whether it was there.
pub fn revive(tx: &mut Tx<'_>, id: Uuid, now: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(REVIVE, &[&now, &id])? == 1)
}

/// Deletes jobs that were done before an instant, oldest first, at most `limit`; answers how many. Jobs that were
/// given up stay: someone has still to look at them.
pub fn forget_done(tx: &mut Tx<'_>, before: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET_DONE, &[&before, &limit])
}

fn read(row: &crate::Row<'_>) -> Result<Job, StoreError> {
    Ok(Job {
        id: row.get(0)?,
        kind: row.get(1)?,
        payload: row.get(2)?,
        attempts: row.get(3)?,
        last_error: row.get(4)?,
    })
}

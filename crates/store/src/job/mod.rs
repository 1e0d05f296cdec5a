//! Jobs: kept with the change that calls for them, claimed by one worker at a time, done at least once.

use uuid::Uuid;

use crate::{StoreError, Tx, dialect, statements, tx::Engine};

statements! {
    PUSH = "
        INSERT INTO job (id, kind, payload, secret, run_at, attempts)
        VALUES ($1, $2, $3, $4, $5, 0)
        ON CONFLICT (id) DO NOTHING";
    FINISH = "
        UPDATE job
        SET done_at = $1, secret = NULL, claimed_until = NULL, claimed_by = NULL
        WHERE id = $2 AND claimed_by = $3 AND claimed_until = $4";
    RETRY_LATER = "
        UPDATE job
        SET attempts = attempts + 1, last_error = $1, run_at = $2, claimed_until = NULL, claimed_by = NULL
        WHERE id = $3 AND claimed_by = $4 AND claimed_until = $5";
    GIVE_UP = "
        UPDATE job
        SET attempts = attempts + 1, last_error = $1, dead_at = $2, secret = NULL, claimed_until = NULL,
            claimed_by = NULL
        WHERE id = $3 AND claimed_by = $4 AND claimed_until = $5";
    RELEASE = "
        UPDATE job
        SET claimed_until = NULL, claimed_by = NULL
        WHERE id = $1 AND claimed_by = $2 AND claimed_until = $3";
    POSTPONE = "
        UPDATE job
        SET run_at = $1, claimed_until = NULL, claimed_by = NULL
        WHERE id = $2 AND claimed_by = $3 AND claimed_until = $4";
    MOVE = "
        UPDATE job
        SET kind = $1, claimed_until = NULL, claimed_by = NULL
        WHERE id = $2 AND claimed_by = $3 AND claimed_until = $4";
    WORDED = "
        UPDATE job
        SET wording = $1
        WHERE id = $2";
    WORDING = "
        SELECT wording
        FROM job
        WHERE id = $1";
    UNDO = "
        UPDATE job
        SET done_at = NULL, dead_at = $1, last_error = $2
        WHERE id = $3 AND COALESCE(done_at, 0) > 0";
    DEAD = "
        SELECT id, kind, payload, secret, attempts, last_error, dead_at
        FROM job
        WHERE dead_at IS NOT NULL AND (dead_at, id) < ($1, $2)
        ORDER BY dead_at DESC, id DESC
        LIMIT $3";
    FIND_DEAD = "
        SELECT id, kind, payload, secret, attempts, last_error
        FROM job
        WHERE id = $1 AND dead_at IS NOT NULL";
    OLDEST_WAITING = "
        SELECT run_at, attempts, last_error
        FROM job
        WHERE kind = $1 AND (run_at <= $2 OR attempts > 0) AND done_at IS NULL AND dead_at IS NULL
        ORDER BY run_at, id
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
        WHERE id = $2 AND COALESCE(dead_at, 0) > 0";
}

/// A job to be.
#[derive(Clone, Copy)]
pub struct NewJob<'a> {
    /// Identifier, also the key under which its effect is recognised when it is done twice.
    pub id: Uuid,
    /// What sort of job.
    pub kind: &'a str,
    /// What it is about. It stays as long as the job, and nothing in it is secret or personal.
    pub payload: &'a str,
    /// What it needs to know beside, and nobody afterwards: it is wiped when the job is done or given up.
    pub secret: Option<&'a str>,
    /// Not before this instant, microseconds since the epoch.
    pub run_at: i64,
}

/// A job. Its `Debug` shows no secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Job {
    /// Identifier.
    pub id: Uuid,
    /// What sort of job.
    pub kind: String,
    /// What it is about.
    pub payload: String,
    /// What it needs to know beside, while it is not done or given up.
    pub secret: Option<String>,
    /// How often it was tried before.
    pub attempts: i64,
    /// What went wrong last.
    pub last_error: Option<String>,
}

impl std::fmt::Debug for Job {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Job({}, {})", self.kind, self.id)
    }
}

/// The right to do a job until an instant; afterwards another worker may have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The job.
    pub job: Uuid,
    /// Who holds it.
    pub worker: String,
    /// Until when, microseconds since the epoch.
    pub until: i64,
}

/// A job that waits to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Not before this instant, microseconds since the epoch.
    pub run_at: i64,
    /// How often it was tried in vain.
    pub attempts: i64,
    /// What went wrong last.
    pub last_error: Option<String>,
}

/// Keeps a job to be done.
pub fn push(tx: &mut Tx<'_>, job: &NewJob<'_>) -> Result<(), StoreError> {
    tx.put(
        PUSH,
        &[&job.id, &job.kind, &job.payload, &job.secret, &job.run_at],
    )?;
    Ok(())
}

/// Notes the newest version of the words with which a message was made.
pub fn note_wording(tx: &mut Tx<'_>, job: Uuid, version: i64) -> Result<(), StoreError> {
    tx.put(WORDED, &[&version, &job])
}

/// The newest version of the words with which a message was made; none where they were the house's own, or it was not made yet.
pub fn wording(tx: &mut Tx<'_>, job: Uuid) -> Result<Option<i64>, StoreError> {
    Ok(tx.query_opt(WORDING, &[&job], |row| row.get(0))?.flatten())
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
) -> Result<Vec<(Claim, Job)>, StoreError> {
    let statement = match tx.engine() {
        Engine::Sqlite => dialect::sqlite::CLAIM_JOBS,
        Engine::Postgres => dialect::postgres::CLAIM_JOBS,
    };
    let until = now.saturating_add(lease);
    let mut jobs = tx.query_all(statement, &[&until, &worker, &kind, &now, &limit], |row| {
        let job = read(row)?;
        let claim = Claim {
            job: job.id,
            worker: worker.to_owned(),
            until,
        };
        Ok((claim, job))
    })?;
    // What a statement changed comes back in no order; identifiers grow with time.
    jobs.sort_unstable_by_key(|(claim, _)| claim.job);
    Ok(jobs)
}

/// Notes that a job is done; answers whether the claim still held.
pub fn finish(tx: &mut Tx<'_>, claim: &Claim, now: i64) -> Result<bool, StoreError> {
    let changed = tx.execute(FINISH, &[&now, &claim.job, &claim.worker, &claim.until])?;
    Ok(changed == 1)
}

/// Notes that a job failed: to be tried again at `again_at`, or given up when that is `None`; answers whether the
/// claim still held. An error that names a person must not be handed over.
pub fn fail(
    tx: &mut Tx<'_>,
    claim: &Claim,
    error: &str,
    again_at: Option<i64>,
    now: i64,
) -> Result<bool, StoreError> {
    let (statement, at) = match again_at {
        Some(at) => (RETRY_LATER, at),
        None => (GIVE_UP, now),
    };
    let changed = tx.execute(
        statement,
        &[&error, &at, &claim.job, &claim.worker, &claim.until],
    )?;
    Ok(changed == 1)
}

/// Gives a claimed job back, so that what is left of it can be claimed at once; answers whether the claim still held.
pub fn release(tx: &mut Tx<'_>, claim: &Claim) -> Result<bool, StoreError> {
    let changed = tx.execute(RELEASE, &[&claim.job, &claim.worker, &claim.until])?;
    Ok(changed == 1)
}

/// Gives a claimed job back, not to be done before an instant; answers whether the claim still held. No try is counted.
pub fn postpone(tx: &mut Tx<'_>, claim: &Claim, until: i64) -> Result<bool, StoreError> {
    let changed = tx.execute(POSTPONE, &[&until, &claim.job, &claim.worker, &claim.until])?;
    Ok(changed == 1)
}

/// Gives a claimed job back as one of another kind; answers whether the claim still held.
pub fn hand_to(tx: &mut Tx<'_>, claim: &Claim, kind: &str) -> Result<bool, StoreError> {
    let changed = tx.execute(MOVE, &[&kind, &claim.job, &claim.worker, &claim.until])?;
    Ok(changed == 1)
}

/// Notes that a job that counted as done was not, as became known later: it is given up. Answers whether it was done.
pub fn undo(tx: &mut Tx<'_>, id: Uuid, error: &str, now: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(UNDO, &[&now, &error, &id])? == 1)
}

/// Jobs of a kind that could have been done at `now` and were not, or failed and wait for another try; those whose
/// instant comes first before the others, at most `limit`. Those under way are among them.
pub fn waiting(
    tx: &mut Tx<'_>,
    kind: &str,
    now: i64,
    limit: i64,
) -> Result<Vec<Waiting>, StoreError> {
    tx.query_all(OLDEST_WAITING, &[&kind, &now, &limit], |row| {
        Ok(Waiting {
            run_at: row.get(0)?,
            attempts: row.get(1)?,
            last_error: row.get(2)?,
        })
    })
}

/// Jobs that were given up before an instant and identifier, newest first, each with the instant.
pub fn dead(
    tx: &mut Tx<'_>,
    before: (i64, Uuid),
    limit: i64,
) -> Result<Vec<(Job, i64)>, StoreError> {
    tx.query_all(DEAD, &[&before.0, &before.1, &limit], |row| {
        Ok((read(row)?, row.get(6)?))
    })
}

/// A job that was given up.
pub fn find_dead(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Job>, StoreError> {
    tx.query_opt(FIND_DEAD, &[&id], read)
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
        secret: row.get(3)?,
        attempts: row.get(4)?,
        last_error: row.get(5)?,
    })
}

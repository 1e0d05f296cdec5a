//! Marks and settings kept by name.

use crate::{StoreError, Tx, statements};

statements! {
    FIND = "
        SELECT value
        FROM setting
        WHERE name = $1";
    PUT = "
        INSERT INTO setting (name, value)
        VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    PUT_ONCE = "
        INSERT INTO setting (name, value)
        VALUES ($1, $2)
        ON CONFLICT (name) DO NOTHING";
    FORGET = "
        DELETE FROM setting
        WHERE name = $1";
}

/// What is kept under a name.
pub fn find(tx: &mut Tx<'_>, name: &str) -> Result<Option<String>, StoreError> {
    tx.query_opt(FIND, &[&name], |row| row.get(0))
}

/// Keeps something under a name.
pub fn put(tx: &mut Tx<'_>, name: &str, value: &str) -> Result<(), StoreError> {
    tx.execute(PUT, &[&name, &value])?;
    Ok(())
}

/// Keeps something under a name that is free, and answers what is kept there now: what came first, if two come at once.
pub fn put_once(tx: &mut Tx<'_>, name: &str, value: &str) -> Result<String, StoreError> {
    tx.execute(PUT_ONCE, &[&name, &value])?;
    tx.query_one(FIND, &[&name], |row| row.get(0))
}

/// Forgets what is kept under a name.
pub fn forget(tx: &mut Tx<'_>, name: &str) -> Result<(), StoreError> {
    tx.execute(FORGET, &[&name])?;
    Ok(())
}

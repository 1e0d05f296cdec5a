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
    ADVANCE = "
        UPDATE setting
        SET value = $3
        WHERE name = $1 AND value = $2";
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

/// Keeps something under a name in the place of what is thought to be kept there; answers whether it was. Of several
/// transactions that began from the same value one succeeds, and the others wait for it.
pub fn advance(tx: &mut Tx<'_>, name: &str, from: &str, to: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(ADVANCE, &[&name, &from, &to])? == 1)
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

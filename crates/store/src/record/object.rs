//! What lines of the audit trail speak of, read as it lies there: accounts of staff, bodies, days and policies.

use uuid::Uuid;

use crate::{Row, StoreError, Tx, statements};

statements! {
    STAFF = "
        SELECT email, name, role, organisation, unit, language, password_hash, totp_secret, totp_required, is_active
        FROM staff
        WHERE id = $1";
    STAFF_AFTER = "
        SELECT id, created_at
        FROM staff
        WHERE id > $1
        ORDER BY id
        LIMIT $2";
    ORGANISATION = "
        SELECT kind, parent, territory, acronym, name_ar, name_fr, name_zgh, name_en, supervisor, email, phone, address,
            complaints_unit, receives, is_active
        FROM organisation
        WHERE code = $1";
    HOLIDAY = "
        SELECT kind, name_ar, name_fr, name_zgh, name_en, is_estimated, is_dropped
        FROM holiday
        WHERE day = $1";
    ANNUAL = "
        SELECT kind, organisation, stage, state, year, is_sample, chain, version, changed_at
        FROM annual
        WHERE id = $1";
    POLICY = "
        SELECT effective_from, content
        FROM policy
        WHERE version = $1";
}

/// What a line speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Object {
    /// An account of staff.
    Staff(Uuid),
    /// A body, by its code.
    Organisation(String),
    /// A day of the calendar, `YYYY-MM-DD`.
    Holiday(String),
    /// A policy, by its version.
    Policy(i64),
    /// An annual report, or a synthesis.
    Annual(Uuid),
}

impl Object {
    /// What a deed was done to, where it is one of these.
    pub fn of(action: &str, object: &str) -> Option<Self> {
        match action.split('.').next()? {
            "organisation" => Some(Self::Organisation(object.to_owned())),
            "holiday" => Some(Self::Holiday(object.to_owned())),
            "annual" => Uuid::try_parse(object).ok().map(Self::Annual),
            "policy" => object.parse().ok().map(Self::Policy),
            "account" | "factor" | "password" | "person" | "invitation" => {
                Uuid::try_parse(object).ok().map(Self::Staff)
            }
            _ => None,
        }
    }
}

/// The columns of an object that only deeds change, as text; none when it is not there.
pub fn read(tx: &mut Tx<'_>, object: &Object) -> Result<Option<Vec<Option<String>>>, StoreError> {
    match object {
        Object::Staff(id) => tx.query_opt(STAFF, &[id], |row| {
            let mut columns = texts(row, 7)?;
            let secret: Option<Vec<u8>> = row.get(7)?;
            columns.push(secret.map(|secret| format!("{secret:?}")));
            columns.push(Some(row.get::<bool>(8)?.to_string()));
            columns.push(Some(row.get::<bool>(9)?.to_string()));
            Ok(columns)
        }),
        Object::Organisation(code) => tx.query_opt(ORGANISATION, &[code], |row| {
            let mut columns = texts(row, 13)?;
            columns.push(Some(row.get::<bool>(13)?.to_string()));
            columns.push(Some(row.get::<bool>(14)?.to_string()));
            Ok(columns)
        }),
        Object::Holiday(day) => tx.query_opt(HOLIDAY, &[day], |row| {
            let mut columns = texts(row, 5)?;
            columns.push(Some(row.get::<bool>(5)?.to_string()));
            columns.push(Some(row.get::<bool>(6)?.to_string()));
            Ok(columns)
        }),
        Object::Annual(id) => tx.query_opt(ANNUAL, &[id], |row| {
            let mut columns = texts(row, 4)?;
            columns.push(Some(row.get::<i64>(4)?.to_string()));
            columns.push(Some(row.get::<bool>(5)?.to_string()));
            columns.push(Some(format!("{:?}", row.get::<Vec<u8>>(6)?)));
            columns.push(Some(row.get::<i64>(7)?.to_string()));
            columns.push(Some(row.get::<i64>(8)?.to_string()));
            Ok(columns)
        }),
        Object::Policy(version) => tx.query_opt(POLICY, &[version], |row| texts(row, 2)),
    }
}

/// The accounts of staff after one, in order, at most `limit`, each with when it was made.
pub fn staff_after(
    tx: &mut Tx<'_>,
    after: Uuid,
    limit: i64,
) -> Result<Vec<(Uuid, i64)>, StoreError> {
    tx.query_all(STAFF_AFTER, &[&after, &limit], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

fn texts(row: &Row<'_>, count: usize) -> Result<Vec<Option<String>>, StoreError> {
    (0..count).map(|column| row.get(column)).collect()
}

//! One organisation for administration: read with what only its page shows, created, changed, switched off and on.

use chikaya_domain::{
    id::{OrganisationCode, TerritoryCode},
    organisation::Organisation,
};
use uuid::Uuid;

use super::{body, organisation, read_organisation};
use crate::{StoreError, Tx, statements};

statements! {
    FIND = "
        SELECT code, kind, parent, territory, acronym, name_ar, name_fr, name_zgh, name_en, supervisor, receives,
            is_active, email, phone, address, complaints_unit, version
        FROM organisation
        WHERE code = $1";
    SWITCHED_OFF = "
        SELECT code
        FROM organisation
        WHERE is_active = FALSE
        ORDER BY code
        LIMIT 100000";
    CREATE = "
        INSERT INTO organisation (
            code, kind, parent, territory, acronym, name_ar, name_fr, name_zgh, name_en, supervisor,
            receives, email, phone, address, complaints_unit, is_edited, version
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, TRUE, 1)
        ON CONFLICT (code) DO NOTHING";
    CHANGE = "
        UPDATE organisation
        SET kind = $2, parent = $3, territory = $4, acronym = $5, name_ar = $6, name_fr = $7, name_zgh = $8,
            name_en = $9, supervisor = $10, receives = $11, email = $12, phone = $13, address = $14,
            complaints_unit = $15, is_edited = TRUE, version = version + 1
        WHERE code = $1 AND version = $16";
    SWITCH = "
        UPDATE organisation
        SET is_active = $1, version = version + 1
        WHERE code = $2 AND version = $3";
    OPEN_CASE = "
        SELECT id
        FROM case_state
        WHERE organisation = $1 AND is_open = TRUE
        ORDER BY answer_due, id
        LIMIT 1";
    RULE = "
        SELECT id
        FROM competence
        WHERE answers = $1
        ORDER BY id
        LIMIT 1";
    PART = "
        SELECT code
        FROM organisation
        WHERE parent = $1 AND is_active = TRUE
        ORDER BY code
        LIMIT 1";
}

/// An organisation with what only its own page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredOrganisation {
    /// The organisation. Its `receives` is what was set, switched off or not.
    pub organisation: Organisation,
    /// Whether it is not switched off.
    pub is_active: bool,
    /// Address for mails.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// The unit that handles complaints.
    pub complaints_unit: Option<OrganisationCode>,
    /// Version.
    pub version: i64,
}

/// The organisation with a code.
pub fn find(
    tx: &mut Tx<'_>,
    code: &OrganisationCode,
) -> Result<Option<StoredOrganisation>, StoreError> {
    tx.query_opt(FIND, &[&code.as_str()], |row| {
        Ok(StoredOrganisation {
            organisation: read_organisation(row)?,
            is_active: row.get(11)?,
            email: row.get(12)?,
            phone: row.get(13)?,
            address: row.get(14)?,
            complaints_unit: body(row, 15, "organisation.complaints_unit")?,
            version: row.get(16)?,
        })
    })
}

/// The organisations that are switched off.
pub fn switched_off(tx: &mut Tx<'_>) -> Result<Vec<OrganisationCode>, StoreError> {
    tx.query_all(SWITCHED_OFF, &[], |row| {
        let code: String = row.get(0)?;
        organisation(&code, "organisation.code", &code)
    })
}

/// Keeps a new organisation; answers whether its code was free.
pub fn create(tx: &mut Tx<'_>, stored: &StoredOrganisation) -> Result<bool, StoreError> {
    let body = &stored.organisation;
    let rows = tx.execute(
        CREATE,
        &[
            &body.code.as_str(),
            &body.kind.as_str(),
            &body.parent.as_ref().map(OrganisationCode::as_str),
            &body.territory.as_ref().map(TerritoryCode::as_str),
            &body.acronym,
            &body.names.ar,
            &body.names.fr,
            &body.names.zgh,
            &body.names.en,
            &body.supervisor.as_ref().map(OrganisationCode::as_str),
            &body.receives,
            &stored.email,
            &stored.phone,
            &stored.address,
            &stored
                .complaints_unit
                .as_ref()
                .map(OrganisationCode::as_str),
        ],
    )?;
    Ok(rows == 1)
}

/// Writes an organisation, if it still is at its version; answers whether it was. From then on no country pack
/// changes it.
pub fn change(tx: &mut Tx<'_>, stored: &StoredOrganisation) -> Result<bool, StoreError> {
    let body = &stored.organisation;
    let rows = tx.execute(
        CHANGE,
        &[
            &body.code.as_str(),
            &body.kind.as_str(),
            &body.parent.as_ref().map(OrganisationCode::as_str),
            &body.territory.as_ref().map(TerritoryCode::as_str),
            &body.acronym,
            &body.names.ar,
            &body.names.fr,
            &body.names.zgh,
            &body.names.en,
            &body.supervisor.as_ref().map(OrganisationCode::as_str),
            &body.receives,
            &stored.email,
            &stored.phone,
            &stored.address,
            &stored
                .complaints_unit
                .as_ref()
                .map(OrganisationCode::as_str),
            &stored.version,
        ],
    )?;
    Ok(rows == 1)
}

/// Switches an organisation off or on, if it still is at `version`; answers whether it was.
pub fn switch(
    tx: &mut Tx<'_>,
    code: &OrganisationCode,
    version: i64,
    is_active: bool,
) -> Result<bool, StoreError> {
    Ok(tx.execute(SWITCH, &[&is_active, &code.as_str(), &version])? == 1)
}

/// Whether an open case is with an organisation.
pub fn has_open_case(tx: &mut Tx<'_>, code: &OrganisationCode) -> Result<bool, StoreError> {
    let found = tx.query_opt(OPEN_CASE, &[&code.as_str()], |row| row.get::<Uuid>(0))?;
    Ok(found.is_some())
}

/// Whether a rule of competence names an organisation.
pub fn has_rule(tx: &mut Tx<'_>, code: &OrganisationCode) -> Result<bool, StoreError> {
    let found = tx.query_opt(RULE, &[&code.as_str()], |row| row.get::<i64>(0))?;
    Ok(found.is_some())
}

/// Whether an organisation that is not switched off belongs to this one.
pub fn has_part(tx: &mut Tx<'_>, code: &OrganisationCode) -> Result<bool, StoreError> {
    let found = tx.query_opt(PART, &[&code.as_str()], |row| row.get::<String>(0))?;
    Ok(found.is_some())
}

//! Cases by what identifies their filer exactly: a contact, or the number of an identity document.

use chikaya_domain::id::OrganisationCode;

use super::{
    queue::{self, Line, lines},
    shelf::Reports,
};
use crate::{StoreError, Tx, statements};

statements! {
    OF_CONTACT = lines!("
        JOIN contact k ON k.person = c.person
        WHERE lower(k.value) = lower($1) AND k.kind = $2 AND c.track <> $3 AND (c.organisation = $4 OR $4 = '')
        ORDER BY c.filed_at DESC, c.id DESC
        LIMIT $5");
    OF_IDENTITY = lines!("
        JOIN person p ON p.id = c.person
        WHERE p.identity_number = $1 AND c.track <> $2 AND (c.organisation = $3 OR $3 = '')
        ORDER BY c.filed_at DESC, c.id DESC
        LIMIT $4");
}

/// The newest cases whose filer gave this contact, proven or not, at most `limit`; of `organisation` alone, where it is given.
pub fn of_contact(
    tx: &mut Tx<'_>,
    (kind, value): (&str, &str),
    organisation: Option<&OrganisationCode>,
    reports: Reports,
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    tx.query_all(
        OF_CONTACT,
        &[
            &value,
            &kind,
            &reports.left_out(),
            &organisation.map_or("", OrganisationCode::as_str),
            &limit,
        ],
        queue::read,
    )
}

/// The newest cases whose filer gave this number of an identity document, in its normal form, at most `limit`; of
/// `organisation` alone, where it is given.
pub fn of_identity(
    tx: &mut Tx<'_>,
    number: &str,
    organisation: Option<&OrganisationCode>,
    reports: Reports,
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    tx.query_all(
        OF_IDENTITY,
        &[
            &number,
            &reports.left_out(),
            &organisation.map_or("", OrganisationCode::as_str),
            &limit,
        ],
        queue::read,
    )
}

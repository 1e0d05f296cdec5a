//! What the audit trail says of mails that came in.

use chikaya_domain::id::MailId;
use chikaya_store::Tx;

use crate::{
    Circumstances, Trouble,
    audit::{self, Deed},
    staff::Officer,
};

/// Notes what an officer did with a mail.
pub(super) fn note(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    (action, mail, detail): (&'static str, MailId, Option<&str>),
) -> Result<(), Trouble> {
    audit::note(
        tx,
        circumstances,
        officer,
        Deed {
            action,
            object: &mail.to_string(),
            organisation: Some(officer.organisation.as_str()),
            detail,
        },
    )
}

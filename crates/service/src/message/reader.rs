//! Who reads a message: at which address, in which language, and whether they may know of it.

use chikaya_domain::{
    Language,
    case::{Case, Event},
    id::StaffId,
    person::{Contact, Email},
    sms::QuietHours,
};
use chikaya_store::{StoreError, Tx, case::state, person as people, staff};

use super::{address::read_contact, way};
use crate::{
    Circumstances, Trouble,
    case::report,
    preference::{Known, known},
    sms::number::{self, Reach},
};

/// Whom a message goes to.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    /// Where to.
    pub(super) to: Contact,
    /// In which language.
    pub(super) language: Language,
    /// When no news are to reach them, beside the hours in which nobody's telephone rings.
    pub(super) quiet: Option<QuietHours>,
    /// Whether it was made for a demonstration: nobody is there, and the address may be somebody's.
    pub(super) is_invented: bool,
    /// Why a message that was ordered does not go to them any more, though nobody else tells them: for whoever runs the
    /// portal.
    pub(super) withheld: Option<&'static str>,
}

impl Reader {
    /// Someone who gave the address.
    pub(super) const fn real(to: Contact, language: Language) -> Self {
        Self {
            to,
            language,
            quiet: None,
            is_invented: false,
            withheld: None,
        }
    }
}

/// How many filings within 24 hours are acknowledged to an address that nobody proved to be theirs: no form of the portal
/// is a way to fill somebody else's box.
const ACKNOWLEDGED_A_DAY: i64 = 20;

/// Whether as many filings as are acknowledged gave an unproven address in the 24 hours before a case.
pub(super) fn was_written_to_enough(
    tx: &mut Tx<'_>,
    case: &Case,
    contact: &Contact,
) -> Result<bool, Trouble> {
    let filed = case.filed_at.as_microsecond();
    let day = (filed - 24 * 3_600 * 1_000_000, filed);
    let before = people::unproven_between(tx, contact.value(), contact.kind_word(), day)?;
    Ok(before >= ACKNOWLEDGED_A_DAY)
}

/// Whether a member of staff may be told of a case as it is with them now: of a report of wrongdoing few are.
pub(super) fn may_know(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    member: StaffId,
    case: &Case,
) -> Result<bool, Trouble> {
    if !case.track.is_confidential() {
        return Ok(true);
    }
    // It may be with another body than at the event.
    let Some(present) = state::find(tx, case.id)? else {
        return Ok(false);
    };
    let member = staff::find(tx, member)?;
    Ok(
        member
            .is_some_and(|member| report::may_open(circumstances.country, &member, &present.case)),
    )
}

/// Of a message about an event that goes to a telephone: whether it goes there still, as its owner wants it now, or to an
/// address that its reader proved. Nothing where it does not and need not, because the office tells them or it can be left
/// unsaid.
fn as_wanted(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    known: &Known,
    mut reader: Reader,
    event: &Event,
) -> Result<Option<Reader>, Trouble> {
    let Contact::Phone(phone) = &reader.to else {
        return Ok(Some(reader));
    };
    if event.errand.is_some() {
        return Ok(None);
    }
    let reach = number::reach(tx, circumstances, phone)?;
    if reach == Reach::Messages {
        return Ok(Some(reader));
    }
    if !event.fact.must_be_told() {
        return Ok(None);
    }
    let address = known.proven_address();
    if let Some(to) = address.and_then(|kept| read_contact(&kept.kind, &kept.value)) {
        reader.to = to;
        return Ok(Some(reader));
    }
    reader.withheld = match reach {
        Reach::Messages => None,
        Reach::Failing => Some("short messages do not arrive at this number any more"),
        Reach::Stopped => Some("its owner wants no short messages any more"),
        Reach::None => Some("short messages cannot reach this number"),
    };
    Ok(Some(reader))
}

/// The filer of a case, where they are written to of an event; nothing for those to whom the office speaks itself. That of a
/// sample case is invented, unless somebody has shown that the address is theirs, as visitors of a demonstration do.
pub(super) fn filer(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
    event: &Event,
    is_asked: bool,
) -> Result<Option<Reader>, Trouble> {
    let Some(person) = case.person else {
        return Ok(None);
    };
    let contacts = people::contacts(tx, person)?;
    let known = known(tx, person, &contacts)?;
    // What the office tells itself, and whether the answer was good, need not go on.
    let must = event.fact.must_be_told() && event.errand.is_none() && !is_asked;
    let Some(to) = way::ordered(circumstances, &known, must).mailed() else {
        return Ok(None);
    };
    let is_proven = known.contacts.iter().any(|kept| {
        kept.kind == to.kind_word() && kept.value == to.value() && kept.verified_at.is_some()
    });
    let is_invented =
        !is_proven && state::find(tx, case.id)?.is_some_and(|stored| stored.is_sample);
    let reader = Reader {
        to,
        language: known.language(case.language),
        quiet: known.quiet(),
        is_invented,
        withheld: None,
    };
    as_wanted(tx, circumstances, &known, reader, event)
}

/// A member of staff; nothing when they may not sign in any more.
pub(super) fn member(tx: &mut Tx<'_>, id: StaffId) -> Result<Option<Reader>, Trouble> {
    let Some(member) = staff::find(tx, id)?.filter(|member| member.is_active) else {
        return Ok(None);
    };
    let language = Language::from_code(&member.language)
        .ok_or_else(|| StoreError::unreadable("staff.language", member.id))?;
    // An address with which someone signs in need be none that mail can reach.
    let to = Email::parse(&member.email).ok().map(Contact::Email);
    Ok(to.map(|to| Reader {
        to,
        language,
        quiet: None,
        is_invented: member.is_sample,
        withheld: None,
    }))
}

//! Who may do what to a report, and how a step of it is kept: as a fact on its chain and a line of the audit trail.

use chikaya_domain::{
    access::{self, Action, Standing},
    annual::{Fact, Kind, Refusal, State, Verb, decide, transition},
    id::{AnnualId, OrganisationCode, StaffId},
    organisation::{Organisation, OrganisationKind},
};
use chikaya_ledger::{EventHash, chain};
use chikaya_store::{
    StoreError, Tx,
    annual::{self as store, StoredAnnual},
};
use jiff::Timestamp;

use crate::{
    Circumstances, Country, Trouble,
    audit::{self, Deed},
    staff::Officer,
};

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotNow { .. } | Refusal::Begun => Self::Stale,
            Refusal::NoFigures => Self::NotAcceptable("error-annual-no-figures"),
            Refusal::NoReasons => Self::NotAcceptable("error-annual-reasons"),
        }
    }
}

/// How a member of staff stands to the report of a body.
fn standing(country: &Country, officer: &Officer, of: &OrganisationCode) -> Standing {
    if country.organisations.is_within(&officer.organisation, of) {
        Standing::Own
    } else {
        Standing::Other
    }
}

/// Whether an officer writes, approves and sends the report of a body that was closed, of which nobody works there any
/// more: the reform authority does, for reports go to it in the end.
pub(super) fn stands_in(country: &Country, officer: &Officer, body: &OrganisationCode) -> bool {
    country.switched_off.contains(body)
        && access::allows(officer.role, Action::WriteSynthesis, Standing::Own)
}

/// A body that reports, with the units within it: their cases are its cases, and their people write its report.
pub(super) fn with_units<'a>(
    country: &'a Country,
    body: &'a OrganisationCode,
) -> impl Iterator<Item = &'a Organisation> {
    let organisations = &country.organisations;
    organisations.all().filter(move |other| {
        other.code == *body
            || other.kind == OrganisationKind::Unit && organisations.is_within(&other.code, body)
    })
}

/// Whether an officer may do something with a report. A synthesis is the reform authority's, whatever body its people
/// belong to.
pub(super) fn allows(
    country: &Country,
    officer: &Officer,
    annual: &StoredAnnual,
    action: Action,
) -> bool {
    let standing = match annual.kind() {
        Kind::Report
            if matches!(action, Action::WriteAnnual | Action::ApproveAnnual)
                && stands_in(country, officer, &annual.organisation) =>
        {
            return true;
        }
        Kind::Report => standing(country, officer, &annual.organisation),
        Kind::Synthesis => Standing::Own,
    };
    access::allows(officer.role, action, standing)
}

/// Whether an officer may know of a report. Of a synthesis those who write it alone do, until it is sent.
pub(super) fn knows(country: &Country, officer: &Officer, annual: &StoredAnnual) -> bool {
    match annual.kind() {
        Kind::Report => allows(country, officer, annual, Action::SeeAnnual),
        Kind::Synthesis if annual.state.documents.is_none() => {
            access::allows(officer.role, Action::WriteSynthesis, Standing::Own)
        }
        Kind::Synthesis => access::allows(officer.role, Action::SeeAnnual, Standing::Other),
    }
}

/// A report that an officer may know of; whoever may not learns nothing of it.
pub(super) fn seen(
    tx: &mut Tx<'_>,
    country: &Country,
    officer: &Officer,
    id: AnnualId,
) -> Result<StoredAnnual, Trouble> {
    let annual = store::find(tx, id)?.ok_or(Trouble::NotFound)?;
    if knows(country, officer, &annual) {
        Ok(annual)
    } else {
        Err(Trouble::NotFound)
    }
}

/// What may be done to a report now, by an officer.
pub(super) fn verbs(country: &Country, officer: &Officer, annual: &StoredAnnual) -> Vec<Verb> {
    let state = &annual.state;
    Verb::ALL
        .iter()
        .copied()
        .filter(|verb| state.allows(*verb) && permitted(country, officer, annual, *verb))
        .collect()
}

/// Whether an officer may take a report the way of a verb, where it is now.
fn permitted(country: &Country, officer: &Officer, annual: &StoredAnnual, verb: Verb) -> bool {
    transition(annual.kind(), verb, annual.stage())
        .and_then(|row| row.action)
        .is_some_and(|action| allows(country, officer, annual, action))
}

/// Refuses a verb that an officer may not do, or that is not done now.
pub(super) fn must_be_permitted(
    country: &Country,
    officer: &Officer,
    annual: &StoredAnnual,
    verb: Verb,
) -> Result<(), Trouble> {
    if transition(annual.kind(), verb, annual.stage()).is_none() {
        return Err(Trouble::Stale);
    }
    if permitted(country, officer, annual, verb) {
        Ok(())
    } else {
        Err(Trouble::Forbidden)
    }
}

/// Where the chain of a report begins.
pub(crate) fn genesis(id: AnnualId) -> EventHash {
    chain::genesis(id.as_uuid().as_bytes())
}

/// The hash of a fact behind those before it.
pub(crate) fn link(
    before: &EventHash,
    id: AnnualId,
    sequence: u32,
    at: i64,
    (fact, payload): (&Fact, &str),
) -> EventHash {
    chain::next(
        before,
        &chain::Entry {
            case: *id.as_uuid().as_bytes(),
            sequence,
            instant_micros: at,
            kind: fact.name(),
            payload: payload.as_bytes(),
            bound: None,
        },
    )
}

/// Begins a record.
pub(super) fn begin(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    fact: &Fact,
) -> Result<AnnualId, Trouble> {
    let Fact::Begun {
        kind,
        year,
        organisation,
        is_sample,
    } = fact
    else {
        return Err(Refusal::Begun.into());
    };
    let id = AnnualId::new(circumstances.uuid());
    let at = circumstances.at();
    let payload = store::payload(fact, Some(officer.id))?;
    let chained = link(&genesis(id), id, 1, at, (fact, &payload));
    let annual = StoredAnnual {
        id,
        year: *year,
        organisation: organisation.clone(),
        is_sample: *is_sample,
        state: State::begun(*kind),
        chain: chained.as_bytes().to_vec(),
        changed_at: at,
        stage_at: at,
    };
    store::insert(tx, &annual)?;
    store::append(
        tx,
        id,
        1,
        at,
        Some(officer.id),
        (&payload, chained.as_bytes()),
    )?;
    note(tx, circumstances, Some(officer.id), &annual, "annual.begin")?;
    Ok(id)
}

/// Puts a fact on the record of a report; answers how it stands then. What was decided over another state is stale.
pub(super) fn put(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    staff: Option<StaffId>,
    annual: &StoredAnnual,
    fact: &Fact,
) -> Result<StoredAnnual, Trouble> {
    let state = decide(annual.state, fact)?;
    let at = circumstances.at();
    let payload = store::payload(fact, staff)?;
    let before = EventHash::from_slice(&annual.chain)
        .map_err(|_| StoreError::unreadable("annual.chain", annual.id))?;
    let chained = link(&before, annual.id, state.version, at, (fact, &payload));
    let after = StoredAnnual {
        state,
        chain: chained.as_bytes().to_vec(),
        changed_at: at,
        stage_at: if state.stage == annual.stage() {
            annual.stage_at
        } else {
            at
        },
        ..annual.clone()
    };
    if !store::advance(tx, &after, annual.state.version)? {
        return Err(Trouble::Stale);
    }
    store::append(
        tx,
        annual.id,
        state.version,
        at,
        staff,
        (&payload, chained.as_bytes()),
    )?;
    let deed = match fact.verb() {
        None => "annual.begin",
        Some(Verb::Write) => "annual.write",
        Some(Verb::Freeze) => "annual.freeze",
        Some(Verb::Approve) => "annual.approve",
        Some(Verb::TakeBack) => "annual.take-back",
        Some(Verb::Transmit) => "annual.transmit",
        Some(Verb::Forward) => "annual.forward",
        Some(Verb::Return) => "annual.return",
        Some(Verb::Accept) => "annual.accept",
        Some(Verb::Publish) => "annual.publish",
        Some(Verb::Remind) => "annual.remind",
    };
    note(tx, circumstances, staff, &after, deed)?;
    Ok(after)
}

/// The line of the trail: it binds how the report stands, and with it the hash of all its facts.
fn note(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    staff: Option<StaffId>,
    annual: &StoredAnnual,
    action: &'static str,
) -> Result<(), Trouble> {
    let detail = format!("{} {}", annual.kind(), annual.year);
    audit::note_of(
        tx,
        circumstances,
        staff,
        Deed {
            action,
            object: &annual.id.to_string(),
            organisation: Some(annual.organisation.as_str()),
            detail: Some(&detail),
        },
    )
}

/// An instant of a report as it is kept.
pub(super) fn instant(annual: &StoredAnnual, micros: i64) -> Result<Timestamp, Trouble> {
    Timestamp::from_microsecond(micros)
        .map_err(|_| StoreError::unreadable("an instant of a report", annual.id).into())
}

//! Asking whoever was drawn: by mail where that reaches them; the others wait until somebody calls or writes.

use chikaya_domain::{
    Language,
    access::Action,
    case::{Case, Errand, Fact},
    id::CaseId,
    person::Contact,
    statistics::{
        Week,
        sample::{Asking, Response},
    },
};
use chikaya_store::{
    Tx,
    case::{event, state},
    person::{self as people, StoredContact},
    survey::{self, Member},
};

use crate::{
    Circumstances, Clerks, Trouble,
    message::{
        order::{self, Occasion, Order, Recipient},
        read_contact,
        way::{self, Way},
    },
    preference::known,
    push,
    staff::Officer,
};

/// Members looked at in one transaction.
const ROUND: i64 = 50;

/// Members listed at once.
pub const ASKED_PAGE: i64 = 100;

/// Somebody who was drawn and waits to be asked in another way than by mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToAsk {
    /// Drawn for which week.
    pub week: Week,
    /// The place in the draw.
    pub place: i64,
    /// The case; how its filer is reached stands at it, for whoever may see that.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The language in which the filer is spoken to.
    pub language: Language,
    /// Why they wait.
    pub asking: Asking,
}

impl Clerks {
    /// Asks whoever was drawn and can be asked by mail, and reminds whoever did not answer, some in each round; answers how
    /// many were looked at. To be called by workers: of several one asks.
    pub async fn ask_drawn(&self) -> Result<usize, Trouble> {
        self.write(|tx, circumstances| {
            let due = survey::due(tx, circumstances.at(), ROUND)?;
            for member in &due {
                look_at(tx, circumstances, member)?;
            }
            Ok(due.len())
        })
        .await
    }

    /// Whoever was drawn and waits to be asked in one other way than by mail, [`ASKED_PAGE`] behind a week and place. For the
    /// call centre, and for whoever may read the audit trail.
    pub async fn drawn_to_ask(
        &self,
        officer: Officer,
        asking: Asking,
        after: Option<(Week, i64)>,
    ) -> Result<Vec<ToAsk>, Trouble> {
        if officer.must_be_allowed(Action::TakeCalls).is_err() {
            officer.must_be_allowed(Action::ReadAudit)?;
        }
        let is_sample = self.is_demo();
        self.read(move |tx, _| {
            let members = survey::of_asking(tx, asking, is_sample, after, ASKED_PAGE)?;
            let mut waiting = Vec::with_capacity(members.len());
            for member in members {
                // A case that is no more cannot be asked about, nor one that was judged or reopened meanwhile.
                let Some(stored) = state::find(tx, member.case)? else {
                    continue;
                };
                if response(tx, member.case, member.sequence)?.is_over() {
                    continue;
                }
                waiting.push(ToAsk {
                    week: member.week,
                    place: member.place,
                    case: member.case,
                    reference: stored.case.reference.to_string(),
                    language: stored.case.language,
                    asking,
                });
            }
            Ok(waiting)
        })
        .await
    }
}

/// What was said of the answer that an event gave.
fn response(tx: &mut Tx<'_>, case: CaseId, sequence: u32) -> Result<Response, Trouble> {
    let later: Vec<Fact> = event::list(tx, case)?
        .into_iter()
        .map(|stored| stored.event)
        .filter(|event| event.sequence > sequence)
        .map(|event| event.fact)
        .collect();
    Ok(Response::of(&later))
}

/// Whether there is nothing to ask of an answer any more: it was judged, or the case was reopened.
pub(crate) fn is_over(tx: &mut Tx<'_>, case: CaseId, sequence: u32) -> Result<bool, Trouble> {
    Ok(response(tx, case, sequence)?.is_over())
}

/// Asks or reminds one, or notes why nobody is asked.
fn look_at(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    member: &Member,
) -> Result<(), Trouble> {
    let Some(before) = member.next_at else {
        return Ok(());
    };
    let mut settled = Member {
        next_at: None,
        ..*member
    };
    let mut asked_of = None;
    let mut occasion = None;
    if member.asking == Asking::ByMail {
        let is_there = state::find(tx, member.case)?.is_some();
        if is_there && !is_over(tx, member.case, member.sequence)? {
            settled.reminded_at = Some(circumstances.at());
            occasion = Some(Occasion::JudgementAgain);
        }
    } else {
        let (asking, digest) = found(tx, circumstances, member)?;
        settled.asking = asking;
        asked_of = digest;
        if asking == Asking::ByMail {
            settled.asked_at = Some(circumstances.at());
            settled.next_at = reminder(circumstances);
            occasion = Some(Occasion::Judgement);
        }
    }
    // Whoever comes second finds it settled, and asks nobody.
    if !survey::settle(
        tx,
        &settled,
        asked_of.as_ref().map(<[u8; 32]>::as_slice),
        before,
    )? {
        return Ok(());
    }
    if let Some(occasion) = occasion {
        let order = Order::Case {
            case: member.case.as_uuid(),
            sequence: member.sequence,
            occasion,
            to: Some(Recipient::Filer),
        };
        order::push(tx, circumstances, &order)?;
        push::order(tx, circumstances, member.case, member.sequence)?;
    }
    Ok(())
}

/// When whoever is asked now is reminded.
fn reminder(circumstances: &Circumstances<'_>) -> Option<i64> {
    let days = circumstances.policy().survey?.reminder_days?;
    Some(circumstances.at_in_days(i64::from(days)))
}

/// How one who was drawn is asked, with the digest of where they are reached.
fn found(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    member: &Member,
) -> Result<(Asking, Option<[u8; 32]>), Trouble> {
    let Some(stored) = state::find(tx, member.case)? else {
        return Ok((Asking::Gone, None));
    };
    let said = response(tx, member.case, member.sequence)?;
    if said.judgement.is_some() {
        return Ok((Asking::Judged, None));
    }
    if said.is_reopened {
        return Ok((Asking::Reopened, None));
    }
    let Some((asking, contact)) = reached(tx, circumstances, &stored.case)? else {
        return Ok((Asking::Unreachable, None));
    };
    let digest = circumstances.key.digest(
        "survey contact",
        &[contact.kind_word().as_bytes(), contact.folded().as_bytes()],
    );
    let rest = circumstances.policy().survey.map_or(0, |it| it.rest_days);
    let since = circumstances.at_in_days(-i64::from(rest));
    if survey::was_asked_since(tx, &digest, since)? {
        return Ok((Asking::Rested, Some(digest)));
    }
    Ok((asking, Some(digest)))
}

/// By what the filer of a case is reached as they want it, and how they are asked there.
fn reached(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
) -> Result<Option<(Asking, Contact)>, Trouble> {
    let Some(person) = case.person else {
        return Ok(None);
    };
    let given = people::contacts(tx, person)?;
    let known = known(tx, person, &given)?;
    let contacts = &known.contacts;
    let of_kind = |kind: &str| {
        let kept = contacts.iter().find(|kept| kept.kind == kind)?;
        read_contact(&kept.kind, &kept.value)
    };
    Ok(match way::of_known(tx, circumstances, &known)? {
        Way::Message(to) if is_proven(contacts, &to) => Some((Asking::ByMail, to)),
        // Anybody can write somebody else's address into a form.
        Way::Message(to) => {
            Some(of_kind("phone").map_or((Asking::Unproven, to), |phone| (Asking::ToCall, phone)))
        }
        Way::Errand(Errand::Telephone, _) => of_kind("phone").map(|to| (Asking::ToCall, to)),
        Way::Errand(Errand::Post, _) => of_kind("letter").map(|to| (Asking::ToWrite, to)),
        Way::Nothing => None,
    })
}

fn is_proven(contacts: &[StoredContact], to: &Contact) -> bool {
    contacts.iter().any(|kept| {
        kept.kind == to.kind_word() && kept.value == to.value() && kept.verified_at.is_some()
    })
}

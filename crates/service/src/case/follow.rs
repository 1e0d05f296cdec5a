//! Following: what the filer sees of a case and may do to it, proven by reference and code or by a link.

use chikaya_domain::{
    case::{Actor, Case, Command, Resolved, Treatment},
    id::CaseId,
    reference::{AccessCode, Keypad, KeypadError, Reference},
};
use chikaya_store::{
    Tx,
    case::{event, link, state},
    person as people, push as browsers,
};
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::{
    file::access_digest,
    hand_on,
    page::{self, CasePage, Reader},
    record,
};
use crate::{
    Circumstances, Clerks, Trouble,
    guess::{self, Target},
    token::{self, CasePass, LINK_DAYS},
};

/// Longest message of a filer, in characters.
pub const MESSAGE_LIMIT: usize = 4_000;

/// What a filer may do to their case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilerAct {
    /// Reply to the question that waits.
    Reply(String),
    /// Say something unasked.
    AddMessage(String),
    /// Judge the answer; a solved problem also confirms it, which closes the case.
    Judge {
        /// Was it solved?
        resolved: Resolved,
        /// Were they treated properly?
        treatment: Option<Treatment>,
    },
    /// Ask for another examination.
    Reopen(String),
    /// Withdraw.
    Withdraw,
}

impl Clerks {
    /// Opens a case with reference and access code. An unknown reference and a wrong code cost the same
    /// and are answered alike; after some wrong ones in a row none is looked at for a while ([`Trouble::Wait`]).
    pub async fn open_with_code(
        &self,
        reference: Reference,
        code: AccessCode,
    ) -> Result<CasePass, Trouble> {
        let opened = self
            .write(move |tx, circumstances| {
                let case = open(tx, circumstances, &reference, &code)?;
                Ok(case.map(|case| CasePass::issue(case, circumstances.now)))
            })
            .await?;
        // An error would have undone the counting.
        opened.ok_or(Trouble::NotFound)
    }

    /// The reference that somebody pressed on a telephone: see [`Keypad`]. Whether there is such a case is not looked at.
    pub fn reference_of_keypad(&self, digits: &str) -> Result<Reference, KeypadError> {
        Keypad::read(digits, self.reference_prefix())
    }

    /// Opens a case with the word in the link of a message, as long as that is good: for [`LINK_DAYS`], and until its
    /// filer ends the links they were sent.
    pub async fn open_with_link(
        &self,
        reference: Reference,
        word: String,
    ) -> Result<CasePass, Trouble> {
        self.read(move |tx, circumstances| {
            let case = state::find_by_reference(tx, &reference)?
                .map_or_else(|| CaseId::new(Uuid::nil()), |stored| stored.case.id);
            let made = token::link_moment(case, &word, circumstances.key)
                .filter(|_| !case.as_uuid().is_nil())
                .ok_or(Trouble::NotFound)?
                .as_microsecond();
            let is_ended = link::ended_at(tx, case)?.is_some_and(|ended| made <= ended);
            if is_ended || made < circumstances.at_in_days(-LINK_DAYS) {
                return Err(Trouble::Expired);
            }
            Ok(CasePass::issue(case, circumstances.now))
        })
        .await
    }

    /// Ends the links to the case in all messages that were sent so far.
    pub async fn end_links(&self, pass: CasePass) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            state::find(tx, pass.case)?.ok_or(Trouble::NotFound)?;
            Ok(link::end(tx, pass.case, circumstances.at())?)
        })
        .await
    }

    /// The page of a case for its filer.
    pub async fn follow(&self, pass: CasePass) -> Result<CasePage, Trouble> {
        self.read(move |tx, circumstances| {
            chikaya_store::case::announce_page(tx, pass.case)?;
            browsers::announce(tx, pass.case)?;
            let stored = state::find(tx, pass.case)?.ok_or(Trouble::NotFound)?;
            let contacts = match stored.case.person {
                Some(person) => people::contacts(tx, person)?,
                None => Vec::new(),
            };
            page::read(tx, circumstances, stored, &contacts, Reader::Filer)
        })
        .await
    }

    /// Does what the filer asks, if nothing that they would see happened since the version they saw. A reply sent twice
    /// finds the case changed and is answered with [`Trouble::Stale`].
    pub async fn act_as_filer(
        &self,
        pass: CasePass,
        version: u32,
        act: FilerAct,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            act_for_filer(tx, circumstances, pass.case, version, &act, &Actor::Filer)
        })
        .await
    }
}

/// The case that a reference and a code open together; `None` when they open none, which is counted. While nothing is looked
/// at it is [`Trouble::Wait`].
pub(crate) fn open(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    reference: &Reference,
    code: &AccessCode,
) -> Result<Option<CaseId>, Trouble> {
    let target = Target::Case(reference);
    guess::must_not_wait(tx, circumstances, target)?;
    let stored = state::find_by_reference(tx, reference)?;
    // For an unknown reference the digest is computed against a case that does not exist.
    let (case, expected) = stored.as_ref().map_or_else(
        || (CaseId::new(Uuid::nil()), vec![0; 32]),
        |stored| (stored.case.id, stored.access_hash.clone()),
    );
    let offered = access_digest(case, code, circumstances.key);
    if bool::from(offered.as_slice().ct_eq(&expected)) {
        guess::right(tx, circumstances, target)?;
        return Ok(Some(case));
    }
    let wrong = guess::wrong(tx, circumstances, target)?;
    if let Some(stored) = &stored {
        guess::tell_of_case(tx, circumstances, &stored.case, wrong)?;
    }
    Ok(None)
}

/// Whether anything happened after `version` that the filer would see, or did themselves: what colleagues note among
/// each other is no reason to ask the filer to read again.
fn is_news(tx: &mut Tx<'_>, case: &Case, version: u32) -> Result<bool, Trouble> {
    if version > case.version {
        return Ok(true);
    }
    let events = event::list(tx, case.id)?;
    Ok(events
        .iter()
        .map(|stored| &stored.event)
        .filter(|event| event.sequence > version)
        .any(|event| event.fact.is_shown_to_filer() || event.actor == Actor::Filer))
}

/// Does what a filer asks, themselves or through a member of staff who takes it down.
pub(crate) fn act_for_filer(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: CaseId,
    version: u32,
    act: &FilerAct,
    actor: &Actor,
) -> Result<(), Trouble> {
    let mut stored = state::find(tx, case)?.ok_or(Trouble::NotFound)?;
    if stored.case.version != version && is_news(tx, &stored.case, version)? {
        return Err(Trouble::Stale);
    }
    let language = stored.case.language;
    let mut texts = Vec::new();
    let mut write =
        |body: &str| record::write_down(&mut texts, circumstances, body, Some(language));
    let commands = match act {
        FilerAct::Reply(body) => vec![Command::Reply {
            document: write(body),
        }],
        FilerAct::AddMessage(body) => vec![Command::AddMessage {
            document: write(body),
        }],
        FilerAct::Judge {
            resolved,
            treatment,
        } => {
            let judge = Command::Judge {
                resolved: *resolved,
                treatment: *treatment,
            };
            let confirms = *resolved == Resolved::Yes
                && stored.case.stage == chikaya_domain::case::Stage::Answered;
            if confirms {
                vec![judge, Command::Confirm]
            } else {
                vec![judge]
            }
        }
        FilerAct::Reopen(body) => vec![Command::Reopen {
            reason: write(body),
        }],
        FilerAct::Withdraw => vec![Command::Withdraw],
    };
    for command in commands {
        record::carry_out(tx, circumstances, &mut stored, &command, actor, &texts)?;
        texts.clear();
    }
    if matches!(act, FilerAct::Reopen(_)) {
        hand_on::climb_if_nobody(tx, circumstances, &mut stored)?;
    }
    Ok(())
}

//! Filing what was taken down: it becomes a case of its filer, once.

use chikaya_domain::{access::Action, case::Actor, reference::ReferencePrefix};
use chikaya_store::{Tx, attachment, call::filed, case::taken_down};

use super::{fault::TakenFault, typed::TypedForSomeone};
use crate::{
    Circumstances, Clerks, Trouble, call,
    case::file::{self, Filing, Receipt},
    draft::{content, filing::become_case, kept, written::Written as _},
    postal::entry::{Letter, enter},
    staff::Officer,
    token::Token,
};

/// What became of what was taken down.
#[derive(Clone, Debug)]
pub enum TakenFate {
    /// It is filed.
    Filed(Box<Receipt>),
    /// It is no filing yet, and this is why. Nothing has changed.
    Faulty(Vec<TakenFault>),
}

impl Clerks {
    /// Files what an officer took down, if it still is as they read it back: at another `version` it is
    /// [`Trouble::Stale`]. Sent twice, it answers with one receipt. It may go to any body that receives: no door is a wrong
    /// one.
    pub async fn file_for_someone(
        &self,
        officer: Officer,
        token: Token,
        version: i64,
    ) -> Result<TakenFate, Trouble> {
        let is_sample = self.is_demo();
        self.drawing(|prefix| {
            let (officer, token) = (officer.clone(), token.clone());
            move |tx, circumstances| {
                let sending = Sending {
                    officer: &officer,
                    token: &token,
                    version,
                    is_sample,
                };
                send(tx, circumstances, &prefix, &sending)
            }
        })
        .await
    }
}

struct Sending<'a> {
    officer: &'a Officer,
    token: &'a Token,
    version: i64,
    is_sample: bool,
}

/// The verb: see [`Clerks::file_for_someone`].
fn send(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    reference_prefix: &ReferencePrefix,
    sending: &Sending<'_>,
) -> Result<TakenFate, Trouble> {
    let officer = sending.officer;
    officer.must_be_allowed(Action::FileForSomeone)?;
    let token_hash = sending.token.digest();
    attachment::announce_of_draft(tx, &token_hash)?;
    let stored = kept::find(tx, circumstances, TypedForSomeone::KIND, sending.token)?;
    if let Some(case) = stored.filed_as {
        return match taken_down::find(tx, case)? {
            Some((agent, _)) if agent == officer.id => {
                let receipt = file::receipt_of_case(tx, circumstances, case)?;
                Ok(TakenFate::Filed(Box::new(receipt)))
            }
            _ => Err(Trouble::NotFound),
        };
    }
    let typed: TypedForSomeone = content::read(stored.id, &stored.content)?;
    if typed.agent != officer.id {
        return Err(Trouble::NotFound);
    }
    if stored.version != sending.version {
        return Err(Trouble::Stale);
    }
    let actor: Actor = officer.actor();
    let today = circumstances.today();
    let filing = match typed.parse(circumstances.country, today, actor) {
        Ok(_) if typed.lacks_code() => return Ok(TakenFate::Faulty(vec![TakenFault::CodeMissing])),
        Ok(filing) => Filing {
            key: Some(stored.id.to_string()),
            is_sample: sending.is_sample,
            ..filing
        },
        Err(faults) => return Ok(TakenFate::Faulty(faults)),
    };
    // A message that is written down comes with the filing, as its files do: the first event binds it.
    if let Some(taken) = &typed.message {
        call::take_message(tx, stored.id, taken)?;
        // What was announced is answered as of before: it is asked again.
        attachment::of_draft(tx, &token_hash)?;
    }
    // No browser is shown the receipt by the link of the draft: whoever took it down is, by their account.
    let nobody = ([0; 32], "nobody");
    let receipt = become_case(
        tx,
        circumstances,
        reference_prefix,
        (&stored, &token_hash),
        &filing,
        nobody,
    )?;
    let at = circumstances.at();
    taken_down::insert(tx, receipt.case, officer.id, &officer.organisation, at)?;
    if let Some(letter) = filing.taken_down.and_then(|taken| taken.letter) {
        let letter = Letter::came(receipt.case, letter.written_on, letter.arrived_on);
        enter(tx, circumstances, officer, letter)?;
    }
    if let Some(call) = typed.call {
        filed::insert(tx, call, receipt.case, at)?;
    }
    if let Some(taken) = &typed.message {
        call::file_message(tx, circumstances, officer, taken, receipt.case)?;
    }
    Ok(TakenFate::Filed(Box::new(receipt)))
}

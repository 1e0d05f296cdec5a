//! Letters: what the office prints and posts to a filer whom no message reaches.

use chikaya_domain::{
    Language,
    access::Action,
    case::{Case, Event, Fact, Told},
    id::OrganisationCode,
    organisation::OrganisationKind,
    reference::Reference,
};
use chikaya_i18n::Wording;
use chikaya_store::{
    Tx,
    case::{event, state},
    country::organisation,
    document, person as people,
};
use jiff::{Timestamp, civil::Date};

use super::{
    act::permit,
    queue::{Order, View},
};
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    message::way,
    preference::known,
    staff::Officer,
    wording::InForce,
};

/// A letter to a filer: all that is still to be told, in one envelope. Its `Debug` shows nothing personal.
#[derive(Clone)]
pub struct Letter {
    /// In which language.
    pub language: Language,
    /// The words in place of the house's with which it is made.
    pub wording: Wording,
    /// The reference.
    pub reference: Reference,
    /// The line that names the case.
    pub title: String,
    /// The body that has the case, and writes.
    pub organisation: OrganisationCode,
    /// Where it can be written to, line by line, as far as that is known: the address of the body of which it is a unit,
    /// where it has none of its own.
    pub sender_address: Option<String>,
    /// To whom.
    pub name: Option<String>,
    /// For whom they filed, if not for themselves.
    pub on_behalf_of: Option<String>,
    /// Who speaks for the body that filed.
    pub representative: Option<String>,
    /// Where to, line by line.
    pub address: String,
    /// What is told, oldest first.
    pub parts: Vec<LetterPart>,
    /// The day of the letter.
    pub day: Date,
    /// The instant of the newest thing it tells: printed again, it is the same letter.
    pub at: Timestamp,
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Letter({})", self.reference)
    }
}

/// Something a letter tells.
#[derive(Clone, Debug)]
pub struct LetterPart {
    /// What happened.
    pub fact: Fact,
    /// On which day.
    pub day: Date,
    /// The question, reason or answer.
    pub text: Option<String>,
}

impl Clerks {
    /// The letter that tells a filer what they were not told yet; [`Trouble::NotFound`] when there is nothing to tell or
    /// no address is kept. It shows an address: the trail says who printed it.
    pub async fn letter(&self, officer: Officer, reference: Reference) -> Result<Letter, Trouble> {
        self.write(move |tx, circumstances| letter(tx, circumstances, &officer, &reference))
            .await
    }
}

/// Letters printed at once.
pub const LETTERS_AT_ONCE: usize = 50;

impl Clerks {
    /// The letters that wait to be posted by an officer's body, those due first at most [`LETTERS_AT_ONCE`]; each is on the
    /// trail as one that was printed alone. What somebody posted meanwhile is left out.
    pub async fn letters_due(&self, officer: Officer) -> Result<Vec<Letter>, Trouble> {
        officer.must_be_allowed(Action::Tell)?;
        let page = self
            .queue(officer.clone(), View::ToPost, None, Order::DueFirst, None)
            .await?;
        let mut letters = Vec::new();
        for line in page.lines.into_iter().take(LETTERS_AT_ONCE) {
            let Ok(reference) = Reference::parse(&line.reference) else {
                continue;
            };
            match self.letter(officer.clone(), reference).await {
                Ok(letter) => letters.push(letter),
                Err(Trouble::NotFound | Trouble::Forbidden) => {}
                Err(trouble) => return Err(trouble),
            }
        }
        Ok(letters)
    }
}

fn letter(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    reference: &Reference,
) -> Result<Letter, Trouble> {
    let stored = state::find_by_reference(tx, reference)?.ok_or(Trouble::NotFound)?;
    let case = stored.case;
    for action in [Action::Tell, Action::SeeIdentity] {
        permit(circumstances.country, officer, &case, action)?;
    }
    let id = case.person.ok_or(Trouble::NotFound)?;
    let address = way::postal_address(tx, &case)?.ok_or(Trouble::NotFound)?;
    let contacts = people::contacts(tx, id)?;
    let language = known(tx, id, &contacts)?.language(case.language);
    let person = people::find(tx, id)?.ok_or(Trouble::NotFound)?;
    let today = circumstances.today();
    let events = to_tell(tx, &case)?;
    let at = events.last().ok_or(Trouble::NotFound)?.at;
    let mut parts = Vec::with_capacity(events.len());
    for mut event in events {
        if let Fact::QuestionAsked { respond_by, .. } = &mut event.fact
            && case.question == Some(event.sequence)
            && let Some(once_told) = case.reply_by_if_told(today)
        {
            *respond_by = once_told;
        }
        let text = match event.fact.document() {
            Some(id) => document::find(tx, id)?.map(|text| text.body),
            None => None,
        };
        parts.push(LetterPart {
            day: circumstances.country.calendar.date_of(event.at),
            fact: event.fact,
            text,
        });
    }
    let title = document::find(tx, case.document)?
        .and_then(|words| words.title)
        .unwrap_or_default();
    let sender_address = address_of(tx, circumstances, &case.organisation)?;
    audit::note(
        tx,
        circumstances,
        officer,
        Deed {
            action: "letter.print",
            object: case.reference.as_str(),
            organisation: Some(officer.organisation.as_str()),
            detail: None,
        },
    )?;
    Ok(Letter {
        wording: InForce::read(tx)?
            .of(
                &circumstances.country.organisations,
                Some(&case.organisation),
                language,
            )
            .0,
        language,
        reference: case.reference,
        title,
        organisation: case.organisation,
        sender_address,
        name: person.name,
        on_behalf_of: person.on_behalf_of,
        representative: person.representative,
        address,
        parts,
        day: today,
        at,
    })
}

/// The postal address of a body, or of the body of which it is a unit.
fn address_of(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    body: &OrganisationCode,
) -> Result<Option<String>, Trouble> {
    for around in circumstances.country.organisations.chain(body) {
        let kept = organisation::find(tx, &around.code)?;
        if let Some(address) = kept.and_then(|kept| kept.address) {
            return Ok(Some(address));
        }
        if around.kind != OrganisationKind::Unit {
            break;
        }
    }
    Ok(None)
}

/// The events of which the filer is still to be told; where none is left, those of the letter posted last, which may have to
/// be printed again.
fn to_tell(tx: &mut Tx<'_>, case: &Case) -> Result<Vec<Event>, Trouble> {
    let events: Vec<Event> = event::list(tx, case.id)?
        .into_iter()
        .map(|stored| stored.event)
        .collect();
    let posted: Vec<u32> = if case.untold.is_empty() {
        last_posted(events.iter().map(|event| &event.fact)).map_or_else(Vec::new, <[u32]>::to_vec)
    } else {
        case.untold.keys().copied().collect()
    };
    Ok(events
        .into_iter()
        .filter(|event| posted.contains(&event.sequence))
        .collect())
}

/// What was told by the letter posted last, if one was.
pub fn last_posted<'a>(facts: impl DoubleEndedIterator<Item = &'a Fact>) -> Option<&'a [u32]> {
    facts.rev().find_map(|fact| match fact {
        Fact::Told {
            how: Told::Posted,
            over,
            ..
        } => Some(over.as_slice()),
        _ => None,
    })
}

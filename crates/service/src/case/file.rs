//! Filing: a complaint, remark or proposal becomes a case, once, with everything that must follow.

use std::sync::Arc;

use chikaya_domain::{
    Language,
    access::{self, Action, Standing},
    case::{Actor, Case, Channel, Kind, NewCase, TakenDown, Track},
    clock::{self, DueDate},
    id::{
        AttachmentId, CaseId, DocumentId, OrganisationCode, PersonId, SubjectCode, TerritoryCode,
    },
    owner::Owner,
    person::{Category, Contact, Contacts, NameError, Person},
    reference::{AccessCode, Reference, ReferencePrefix},
    territory::Coordinates,
    text::{beginning, free, length, line},
};
use chikaya_language::title;
use chikaya_ledger::binding::Item;
use chikaya_store::{
    StoreError, Tx, attachment,
    case::state::{self, Beginning, StoredCase},
    document::{self, Document},
    person::{self as people, StoredContact, StoredPerson},
};

pub use super::body::FilingBody;
use super::{record, report::receiving_body};
use crate::{
    Circumstances, Clerks, Trouble,
    message::way::{self, NewsBy},
    record::bind,
    seam::Key,
};

/// References drawn for one case before giving up: with 35 random bits a year, two taken ones in a row mean
/// that something else is wrong.
pub(super) const DRAWS: usize = 3;

/// Longest text of a filing, in characters as [`chikaya_domain::text::length`] counts them.
pub const TEXT_LIMIT: usize = 8_000;

/// Longest place in words, in characters.
pub const PLACE_LIMIT: usize = 200;

/// Longest title made from a text, in characters.
const TITLE_OF_TEXT: usize = 80;

/// Who files.
#[derive(Clone, Debug)]
pub enum Filer {
    /// Nobody who could be reached or named; such a filing informs, outside the time limits.
    Anonymous,
    /// A person.
    Known(Box<KnownFiler>),
}

/// A filer with a name.
#[derive(Clone, Debug)]
pub struct KnownFiler {
    /// The person.
    pub person: Person,
    /// How to reach them.
    pub contacts: Contacts,
    /// The contact they proved to be theirs, if any.
    pub verified: Option<Contact>,
}

/// A complete filing, every part of it checked.
#[derive(Clone, Debug)]
pub struct Filing {
    /// Under which a repetition is recognised; the draft's identifier, or an idempotency key.
    pub key: Option<String>,
    /// Complaint, remark or proposal.
    pub kind: Kind,
    /// The door by which it is filed.
    pub track: Track,
    /// The way it came.
    pub channel: Channel,
    /// The language in which the filer wants to be answered.
    pub language: Language,
    /// Nature of the filer.
    pub category: Category,
    /// What it is about.
    pub subject: Option<SubjectCode>,
    /// Where. What is larger than a commune gives way to the commune that holds the point, if a point is given.
    pub territory: Option<TerritoryCode>,
    /// The point; one outside the country is refused.
    pub coordinates: Option<Coordinates>,
    /// The place in the filer's words.
    pub place: Option<String>,
    /// Who must answer; `None` when the filer does not know. A report of wrongdoing goes to the body that receives them,
    /// whatever stands here.
    pub organisation: Option<OrganisationCode>,
    /// A line that names it; made from the text when absent.
    pub title: Option<String>,
    /// What happened.
    pub text: String,
    /// Answers to the subject's questions: label and what was typed.
    pub details: Vec<(String, String)>,
    /// Who files.
    pub filer: Filer,
    /// Who acts: the filer, or an agent filing for someone.
    pub actor: Actor,
    /// How an agent took it down, where one did.
    pub taken_down: Option<TakenDown>,
    /// Whether it is sample data.
    pub is_sample: bool,
}

/// What the filer is given.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The case.
    pub case: CaseId,
    /// The reference.
    pub reference: Reference,
    /// The code that opens the case together with the reference.
    pub access_code: AccessCode,
    /// Complaint, remark or proposal.
    pub kind: Kind,
    /// The door by which it was filed.
    pub track: Track,
    /// Whether nobody is known to whom an answer could go.
    pub is_anonymous: bool,
    /// Who must answer.
    pub organisation: OrganisationCode,
    /// When it was filed.
    pub filed_at: jiff::Timestamp,
    /// By when, and why.
    pub answer_due: DueDate,
    /// By when it must be with the competent body, and why.
    pub transfer_due: DueDate,
    /// The line that names it.
    pub title: String,
    /// The language in which the filer is answered.
    pub language: Language,
    /// The channel.
    pub channel: Channel,
    /// Where, as given or as the point says.
    pub territory: Option<TerritoryCode>,
    /// How the filer learns of what happens.
    pub news_by: NewsBy,
    /// The company, association or cooperative that filed, if one did.
    pub body: Option<FilingBody>,
    /// Names of the files that came with it; told where the receipt is shown, not where it is filed.
    pub files: Vec<String>,
}

impl Clerks {
    /// Files a case. Sent twice with the same key, it answers with the first receipt.
    pub async fn file(&self, filing: Filing) -> Result<Receipt, Trouble> {
        let filing = Arc::new(filing);
        self.drawing(|prefix| {
            let filing = Arc::clone(&filing);
            move |tx, circumstances| file(tx, circumstances, &prefix, &filing)
        })
        .await
    }

    /// Runs a verb that files. Another request with the same key may be faster by a moment, or the reference drawn be
    /// taken: the next round finds the one, and draws another of the other.
    pub(crate) async fn drawing<T, V>(
        &self,
        verb: impl Fn(ReferencePrefix) -> V,
    ) -> Result<T, Trouble>
    where
        T: Send + 'static,
        V: FnMut(&mut Tx<'_>, &Circumstances<'_>) -> Result<T, Trouble> + Send + 'static,
    {
        let mut draws = 1;
        loop {
            match self.write(verb(self.reference_prefix().clone())).await {
                Err(Trouble::Archive(error)) if draws < DRAWS && is_taken(&error) => draws += 1,
                done => return done,
            }
        }
    }

    /// As [`Self::file`], for simulation on the command line.
    pub fn file_blocking(&self, filing: Filing) -> Result<Receipt, Trouble> {
        let filing = Arc::new(filing);
        let mut draws = 1;
        loop {
            let (prefix, filing) = (self.reference_prefix().clone(), Arc::clone(&filing));
            let verb = move |tx: &mut Tx<'_>, circumstances: &Circumstances<'_>| {
                file(tx, circumstances, &prefix, &filing)
            };
            match self.write_blocking(verb) {
                Err(Trouble::Archive(error)) if draws < DRAWS && is_taken(&error) => draws += 1,
                done => return done,
            }
        }
    }

    /// The receipt of what was filed under a key, if anything was.
    pub async fn receipt(&self, key: String) -> Result<Receipt, Trouble> {
        self.read(move |tx, circumstances| {
            let stored = state::find_by_filing_key(tx, &key)?.ok_or(Trouble::NotFound)?;
            let owner = Owner::Case(stored.case.id);
            let filed_at = stored.case.filed_at.as_microsecond();
            Ok(Receipt {
                files: attachment::names_until(tx, owner, filed_at)?,
                ..receipt_of(tx, circumstances, &stored)?
            })
        })
        .await
    }
}

/// Whether someone may file: filers for themselves, and members of staff whose role files for others. The portal itself
/// and earlier registers file nothing here.
fn permit(actor: &Actor) -> Result<(), Trouble> {
    match actor {
        Actor::Filer => Ok(()),
        Actor::Staff { role, .. }
            if access::allows(*role, Action::FileForSomeone, Standing::Own) =>
        {
            Ok(())
        }
        Actor::Staff { .. } | Actor::System | Actor::Register => Err(Trouble::Forbidden),
    }
}

/// The verb: see [`Clerks::file`].
fn file(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    reference_prefix: &ReferencePrefix,
    filing: &Filing,
) -> Result<Receipt, Trouble> {
    permit(&filing.actor)?;
    if let Some(key) = &filing.key
        && let Some(stored) = state::find_by_filing_key(tx, key)?
    {
        check_repetition(tx, filing, &stored)?;
        return receipt_of(tx, circumstances, &stored);
    }
    begin(
        tx,
        circumstances,
        reference_prefix,
        filing,
        Brought::default(),
    )
}

/// Whether somebody is known by contacts alone. Who asks for an answer says who they are, so only a report of wrongdoing is
/// filed by them.
fn is_unnamed(filing: &Filing) -> bool {
    matches!(&filing.filer, Filer::Known(known) if known.person.name.is_none())
}

/// The files that a filing brings with it.
#[derive(Default)]
pub(crate) struct Brought {
    /// What the record binds of each.
    pub(crate) items: Vec<Item>,
    /// Those that are heard.
    pub(crate) spoken: Vec<AttachmentId>,
}

/// Makes a case of a filing that was not filed before, by someone who may. Its first event binds `files`, which become
/// the case's.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    reference_prefix: &ReferencePrefix,
    filing: &Filing,
    files: Brought,
) -> Result<Receipt, Trouble> {
    if is_unnamed(filing) && !filing.track.is_confidential() {
        return Err(Trouble::NotAcceptable(NameError::Empty.key()));
    }
    let territory = circumstances
        .country
        .place_of(filing.territory.as_ref(), filing.coordinates)?;
    let id = CaseId::new(circumstances.uuid());
    let filer = identified(circumstances, &filing.filer);
    let mut bound = files.items;
    if let Some((id, known)) = filer {
        bound.extend(keep_filer(tx, circumstances, id, filing.category, known)?);
    }
    let title = title_of(filing);
    let words = Document {
        id: DocumentId::new(circumstances.uuid()),
        title: Some(title.clone()),
        body: body_of(filing),
        language: Some(filing.language.code().to_owned()),
    };
    let new = NewCase {
        id,
        reference: draw_reference(circumstances, reference_prefix),
        kind: filing.kind,
        track: filing.track,
        channel: filing.channel,
        language: filing.language,
        category: filing.category,
        person: filer.map(|(id, _)| id),
        subject: filing.subject.clone(),
        organisation: receiving_organisation(circumstances, filing, territory.as_ref())?,
        territory,
        document: words.id,
        taken_down: filing.taken_down.clone(),
        spoken: files.spoken,
    };
    let (case, first) = Case::file(
        new,
        filing.actor.clone(),
        circumstances.now,
        circumstances.law(),
    );
    let code = access_code(id, circumstances.key);
    let access_hash = access_digest(id, &code, circumstances.key);
    let place = filing
        .place
        .as_deref()
        .map(line)
        .filter(|place| !place.is_empty());
    let beginning = Beginning {
        access_hash: &access_hash,
        filing_key: filing.key.as_deref(),
        place: place.as_deref(),
        coordinates: filing.coordinates,
        is_sample: filing.is_sample,
        salt: &bind::salt(circumstances),
    };
    record::begin(tx, circumstances, &case, &first, &beginning, words, bound)?;
    let (news_by, body) = match &filing.filer {
        Filer::Known(known) => (
            // Whoever proved a contact may have said at their account how they want to be told.
            match known.verified {
                Some(_) => NewsBy::from(&way::to_filer(tx, circumstances, &case)?),
                None => NewsBy::of(tx, circumstances, &known.contacts)?,
            },
            case.person.and_then(|id| {
                let person = stored_person(id, filing.category, &known.person);
                FilingBody::of(filing.category, person)
            }),
        ),
        Filer::Anonymous => (NewsBy::Nothing, None),
    };
    Ok(Receipt {
        news_by,
        body,
        ..receipt(circumstances, &case, code, title)
    })
}

/// The code that opens a case: derived from the key, so that it can be printed again, and kept only as a
/// digest, so that a stolen database opens nothing.
pub fn access_code(case: CaseId, key: &Key) -> AccessCode {
    let digest = key.digest("access code", &[case.as_uuid().as_bytes()]);
    AccessCode::from_bytes(digest)
}

/// The digest under which an access code is kept.
pub(crate) fn access_digest(case: CaseId, code: &AccessCode, key: &Key) -> [u8; 32] {
    key.digest(
        "access code digest",
        &[case.as_uuid().as_bytes(), code.digits().as_bytes()],
    )
}

/// Whether what is sent again is what was filed: a receipt carries the access code, so a key alone, which someone
/// else may have chosen too, must not open it.
fn check_repetition(tx: &mut Tx<'_>, filing: &Filing, stored: &StoredCase) -> Result<(), Trouble> {
    let case = &stored.case;
    let body = document::find(tx, case.document)?
        .map(|document| document.body)
        .unwrap_or_default();
    let name = match case.person {
        Some(person) => people::find(tx, person)?.and_then(|person| person.name),
        None => None,
    };
    let sent_name = match &filing.filer {
        Filer::Anonymous => None,
        Filer::Known(filer) => filer.person.name(),
    };
    let is_same = case.kind == filing.kind
        && case.language == filing.language
        && body == body_of(filing)
        && name.as_deref() == sent_name;
    if is_same {
        Ok(())
    } else {
        Err(Trouble::KeyTaken)
    }
}

/// The receipt of a case that was filed before.
pub(crate) fn receipt_of_case(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: CaseId,
) -> Result<Receipt, Trouble> {
    let stored = state::find(tx, case)?.ok_or(Trouble::NotFound)?;
    receipt_of(tx, circumstances, &stored)
}

fn receipt_of(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &StoredCase,
) -> Result<Receipt, Trouble> {
    let code = access_code(stored.case.id, circumstances.key);
    let title = document::find(tx, stored.case.document)?
        .and_then(|document| document.title)
        .unwrap_or_default();
    let case = &stored.case;
    let body = match case.person.filter(|_| case.category.is_body()) {
        Some(person) => people::find(tx, person)?,
        None => None,
    };
    Ok(Receipt {
        news_by: NewsBy::from(&way::to_filer(tx, circumstances, case)?),
        body: body.and_then(|person| FilingBody::of(case.category, person)),
        ..receipt(circumstances, case, code, title)
    })
}

/// The receipt of a case, without what its filer says of themselves.
fn receipt(
    circumstances: &Circumstances<'_>,
    case: &Case,
    access_code: AccessCode,
    title: String,
) -> Receipt {
    let calendar = &circumstances.country.calendar;
    let versions = &circumstances.country.policies;
    let policy = &*versions.version(case.policy).on(case.track);
    // A letter was deposited when it arrived; reopened, a case counts from another day.
    let filed_on = if case.reopenings == 0 {
        case.clock_started
    } else {
        calendar.date_of(case.filed_at)
    };
    Receipt {
        case: case.id,
        reference: case.reference.clone(),
        access_code,
        kind: case.kind,
        track: case.track,
        is_anonymous: case.person.is_none(),
        organisation: case.organisation.clone(),
        filed_at: case.filed_at,
        answer_due: clock::answer_due(filed_on, policy, calendar, None, &[]),
        transfer_due: clock::transfer_due(filed_on, policy, calendar),
        title,
        language: case.language,
        channel: case.channel,
        territory: case.territory.clone(),
        news_by: NewsBy::Nothing,
        body: None,
        files: Vec::new(),
    }
}

/// Who receives the filing first: the body chosen, else the one competent for subject and place, else the
/// reform authority, which routes it within the time for transfers.
fn receiving_organisation(
    circumstances: &Circumstances<'_>,
    filing: &Filing,
    territory: Option<&TerritoryCode>,
) -> Result<OrganisationCode, Trouble> {
    let country = circumstances.country;
    if filing.track.is_confidential() {
        let policy = circumstances.law().policy;
        return Ok(receiving_body(country, policy).clone());
    }
    if let Some(chosen) = &filing.organisation {
        return match country.organisations.find(chosen) {
            Some(organisation) if organisation.receives => Ok(chosen.clone()),
            _ => Err(Trouble::NotAcceptable("error-organisation-unknown")),
        };
    }
    Ok(country
        .competent(filing.subject.as_ref(), territory)
        .unwrap_or_else(|| country.reform_authority.clone()))
}

fn draw_reference(circumstances: &Circumstances<'_>, prefix: &ReferencePrefix) -> Reference {
    let year = circumstances.today().year();
    Reference::draw(prefix, year, circumstances.identifiers.number())
}

/// A filer who is known, with the identifier under which they will be kept.
pub(super) fn identified<'a>(
    circumstances: &Circumstances<'_>,
    filer: &'a Filer,
) -> Option<(PersonId, &'a KnownFiler)> {
    match filer {
        Filer::Anonymous => None,
        Filer::Known(known) => Some((PersonId::new(circumstances.uuid()), known)),
    }
}

/// Keeps who files, apart from the case; answers what the first event binds of them.
pub(super) fn keep_filer(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    id: PersonId,
    category: Category,
    filer: &KnownFiler,
) -> Result<Vec<Item>, Trouble> {
    let person = stored_person(id, category, &filer.person);
    let mut bound = vec![bind::keep_person(tx, circumstances, &person)?];
    for (contact, preferred) in filer.contacts.iter() {
        let verified = filer.verified.as_ref() == Some(contact);
        let contact = StoredContact {
            id: circumstances.uuid(),
            kind: contact.kind_word().to_owned(),
            value: contact.value().to_owned(),
            preferred,
            verified_at: verified.then(|| circumstances.at()),
            failing_since: None,
        };
        bound.push(bind::keep_contact(tx, circumstances, id, &contact)?);
    }
    Ok(bound)
}

fn stored_person(id: PersonId, category: Category, person: &Person) -> StoredPerson {
    StoredPerson {
        id,
        category: category.as_str().to_owned(),
        name: person.name().map(str::to_owned),
        identity_kind: person.identity_kind().map(str::to_owned),
        identity_number: person.identity_number().map(str::to_owned),
        sex: person.sex().map(|sex| sex.as_str().to_owned()),
        on_behalf_of: person.on_behalf_of().map(str::to_owned),
        representative: person.representative().map(str::to_owned),
        quality: person.quality().map(str::to_owned),
    }
}

/// The line that names a filing: the one given, else what of the text tells it from others.
fn title_of(filing: &Filing) -> String {
    titled(
        filing.title.as_deref().unwrap_or_default(),
        &filing.text,
        TITLE_OF_TEXT,
    )
}

/// A title of at most `limit` characters: the one given, else what of the text tells it from others. Never empty when
/// something is seen of the text.
pub(super) fn titled(given: &str, text: &str, limit: usize) -> String {
    let given = line(given);
    let title = if given.is_empty() {
        title(&free(text))
    } else {
        given
    };
    shorten(&title, limit)
}

/// At most `limit` characters of `text`, cut between words, and the sign that it was cut.
fn shorten(text: &str, limit: usize) -> String {
    if length(text) <= limit {
        return text.to_owned();
    }
    let cut = beginning(text, limit);
    let whole = if text[cut.len()..].starts_with(' ') {
        cut
    } else {
        cut.rsplit_once(' ').map_or(cut, |(words, _)| words)
    };
    let mut short = whole.trim_end().to_owned();
    short.push('…');
    short
}

/// The text as it is kept: what happened, then the answers to the subject's questions.
fn body_of(filing: &Filing) -> String {
    let mut body = free(&filing.text);
    for (label, answer) in &filing.details {
        body.push_str("\n\n");
        body.push_str(label);
        body.push('\n');
        body.push_str(&free(answer));
    }
    body
}

/// Whether an error says that the filing key or the reference is taken.
pub(super) fn is_taken(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::Constraint { name }
            if name == "case_state_filing_key" || name == "case_state_reference"
    )
}

//! What a page about a case shows, to its filer or at the desk: state, timeline, texts, files, dates with reasons.

use std::collections::{BTreeMap, BTreeSet};

use chikaya_domain::{
    case::{Actor, Case, Fact},
    clock::{self, DueDate},
    id::{AttachmentId, DocumentId, StaffId},
    owner::{Audience, Owner},
    person::Contact,
    territory::Coordinates,
};
use chikaya_store::{
    StoreError, Tx, attachment,
    case::{event, state::StoredCase},
    document,
    person::StoredContact,
};
use jiff::Timestamp;

use crate::{
    Circumstances, Trouble,
    attachment::{Attachment, shown},
    guess::{self, Attempts, Target},
    message::{
        contact,
        way::{self, NewsBy},
    },
    push::{self, Browser},
};

/// A text that people wrote about a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Identifier, by which events refer to it.
    pub id: DocumentId,
    /// A line that names it in lists, where it has one.
    pub title: Option<String>,
    /// The text; empty once erased.
    pub body: String,
    /// Code of the language it is written in, where known.
    pub language: Option<String>,
}

impl From<document::Document> for Document {
    fn from(kept: document::Document) -> Self {
        Self {
            id: kept.id,
            title: kept.title,
            body: kept.body,
            language: kept.language,
        }
    }
}

/// For whom a page is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The filer: sees decisions, questions and answers, not the work among colleagues.
    Filer,
    /// The desk: sees everything.
    Desk,
}

/// One entry of the timeline.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Number of the event.
    pub sequence: u32,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What.
    pub fact: Fact,
    /// The text that belongs to it, where it has one and the reader may see it.
    pub text: Option<Document>,
}

/// Everything a page about a case shows.
#[derive(Clone, Debug)]
pub struct CasePage {
    /// The state.
    pub case: Case,
    /// The line that names it.
    pub title: String,
    /// The filer's words.
    pub words: Document,
    /// The place in the filer's words.
    pub place: Option<String>,
    /// The point, if the filer gave one.
    pub coordinates: Option<Coordinates>,
    /// Whether it is sample data.
    pub is_sample: bool,
    /// What happened, oldest first.
    pub timeline: Vec<Entry>,
    /// The files.
    pub files: Vec<Attachment>,
    /// For the desk: those of them that the office shows the filer, and may take back.
    pub shown_by_office: BTreeSet<AttachmentId>,
    /// By when it must be answered, and why.
    pub answer_due: DueDate,
    /// Calendar days until the answer is due; negative when late.
    pub days_left: i32,
    /// The day of deposit of the current time limit.
    pub clock_started: jiff::civil::Date,
    /// Today.
    pub today: jiff::civil::Date,
    /// The text of the question that waits for the filer.
    pub open_question: Option<Document>,
    /// The text of the last answer.
    pub answer: Option<Document>,
    /// How its filer learns of what happens.
    pub news_by: NewsBy,
    /// For the filer: wrong access codes that were tried at the case lately.
    pub attempts: Option<Attempts>,
    /// For the filer: the contacts by which they could prove that a case is theirs, none of them proven yet, or not proven since
    /// what is sent there comes back.
    pub unproven: Vec<Contact>,
    /// For the filer: whether what is sent to one of their contacts comes back.
    pub is_failing: bool,
    /// For the filer: the browsers that are told of the case, oldest first.
    pub browsers: Vec<Browser>,
}

impl CasePage {
    /// The text with this identifier, if the page carries it.
    pub fn text(&self, id: DocumentId) -> Option<&Document> {
        self.timeline
            .iter()
            .filter_map(|entry| entry.text.as_ref())
            .find(|text| text.id == id)
    }

    /// Everyone to whom the case was given at some time, or from whom it was taken.
    pub(crate) fn given_to(&self) -> impl Iterator<Item = StaffId> + '_ {
        self.timeline.iter().filter_map(|entry| match entry.fact {
            Fact::Assigned { officer, .. } => Some(officer),
            Fact::Unassigned { from } => Some(from),
            _ => None,
        })
    }

    /// The file with this identifier, if it belongs to the case.
    pub fn file(&self, id: AttachmentId) -> Option<&Attachment> {
        self.files.iter().find(|file| file.id == id)
    }
}

/// Reads the page of a case whose filer has these contacts: five questions to the archive at most, whatever its length.
pub(crate) fn read(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: StoredCase,
    contacts: &[StoredContact],
    reader: Reader,
) -> Result<CasePage, Trouble> {
    let case = stored.case;
    let owner = Owner::Case(case.id);
    if reader == Reader::Filer {
        guess::announce(tx, circumstances, Target::Case(&case.reference))?;
    }
    let events = event::list(tx, case.id)?;
    let mut texts: BTreeMap<DocumentId, Document> = document::list(tx, owner)?
        .into_iter()
        .map(|text| (text.id, text.into()))
        .collect();
    let hidden = shown::taken_back(events.iter().map(|stored| &stored.event));
    let shown_by_office = match reader {
        Reader::Desk => shown::by_office(events.iter().map(|stored| &stored.event)),
        Reader::Filer => BTreeSet::new(),
    };
    let files = attachment::list(tx, owner)?
        .into_iter()
        .map(|mut file| {
            // What was taken back is for colleagues alone from then on.
            if hidden.contains(&file.id) {
                file.audience = Audience::Colleagues;
            }
            file
        })
        .filter(|file| reader == Reader::Desk || file.audience.is_filer())
        .map(Attachment::from)
        .collect();
    let words = texts
        .get(&case.document)
        .cloned()
        .ok_or_else(|| StoreError::unreadable("case_state.document", case.id))?;
    let open_question = events
        .iter()
        .rev()
        .find_map(|entry| match entry.event.fact {
            Fact::QuestionAsked { document, .. } => Some(document),
            _ => None,
        })
        .filter(|_| case.question_due.is_some())
        .and_then(|id| texts.get(&id).cloned());
    let answer = case
        .last_answer
        .as_ref()
        .and_then(|answer| texts.get(&answer.document).cloned());
    let timeline = events
        .into_iter()
        .map(|stored| stored.event)
        .filter(|event| reader == Reader::Desk || event.fact.is_shown_to_filer())
        .map(|event| Entry {
            sequence: event.sequence,
            at: event.at,
            text: event.fact.document().and_then(|id| texts.remove(&id)),
            actor: event.actor,
            fact: event.fact,
        })
        .collect();
    let answer_due = due_with_reason(&case, circumstances);
    let unproven = match reader {
        Reader::Filer => contact::unproven_among(circumstances, contacts),
        Reader::Desk => Vec::new(),
    };
    let attempts = match reader {
        Reader::Filer => guess::attempts(tx, circumstances, Target::Case(&case.reference))?,
        Reader::Desk => None,
    };
    let browsers = match reader {
        Reader::Filer => push::browsers_told(tx, case.id)?,
        Reader::Desk => Vec::new(),
    };
    let today = circumstances.today();
    Ok(CasePage {
        title: words.title.clone().unwrap_or_default(),
        words,
        place: stored.place,
        coordinates: stored.coordinates,
        is_sample: stored.is_sample,
        timeline,
        files,
        shown_by_office,
        days_left: clock::days_between(today, case.answer_due),
        clock_started: case.clock_started,
        answer_due,
        today,
        open_question,
        answer,
        news_by: match case.person {
            Some(person) => NewsBy::from(&way::of_stored(tx, circumstances, person, contacts)?),
            None => NewsBy::Nothing,
        },
        attempts,
        unproven,
        is_failing: reader == Reader::Filer
            && contacts
                .iter()
                .any(|contact| contact.failing_since.is_some()),
        browsers,
        case,
    })
}

/// The due date of the answer with its derivation, computed anew from what the state keeps.
pub(crate) fn due_with_reason(case: &Case, circumstances: &Circumstances<'_>) -> DueDate {
    case.answer_due_under(circumstances.law_of(case))
}

//! Drafts of the desk in its forms: kept as they are typed, shown to whoever opens the case next.

use axum::response::{IntoResponse as _, Response};
use chikaya_domain::{answer::Outcome, case::Verb, id::OrganisationCode, reference::Reference};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Country, Trouble,
    case::desk::DeskPage,
    draft::{
        desk::{DeskDraft, DraftFate},
        spent::{SpentDraft, Words},
    },
    staff::Officer,
};

use super::{
    former::{REFUSE_AGAIN, TRANSFER_AGAIN},
    trouble,
};
use crate::{
    error::Problem,
    form::{TOKEN_FIELD, Typed},
    settings::State,
    visit::Visit,
};

/// Fields that belong to the page, not to what is written on it.
const OF_THE_PAGE: &[&str] = &[
    TOKEN_FIELD,
    "version",
    "mark",
    "go",
    "preview",
    "other-language",
    "consultation",
    "file",
    TRANSFER_AGAIN,
    REFUSE_AGAIN,
];

/// Acts that are written rather than pressed, with the fields people fill in.
const WRITTEN: &[(Verb, &[&str])] = &[
    (
        Verb::Answer,
        &["outcome", "reasons", "body", "ground", "recourse"],
    ),
    (Verb::Ask, &["question", "question-day"]),
    (Verb::Transfer, &["transfer-to", "transfer-reason"]),
    (Verb::RefuseCompetence, &["refuse-to", "refuse-reason"]),
    (Verb::Arbitrate, &["arbitrate-to", "arbitrate-reason"]),
    (
        Verb::Consult,
        &["consult-of", "consult-question", "consult-day"],
    ),
    (Verb::GiveOpinion, &["opinion"]),
    (Verb::Reply, &["reply"]),
    (Verb::Note, &["note"]),
    (Verb::TakeBackFile, &["take-back-reason"]),
    (Verb::Extend, &["extend-reason"]),
];

/// What is typed for an act that is pressed rather than written.
const PRESSED: (Verb, &[&str]) = (Verb::Classify, &["classify-place"]);

/// Fields that stand filled in before anyone types.
const PROPOSED: &[&str] = &["question-day", "consult-day"];

/// Words of an act that the page has no form for: to be copied, or thrown away.
pub(super) struct Unsent {
    /// What was typed, in the order of its form.
    pub(super) lines: Vec<String>,
    /// The last part of the act's address.
    pub(super) act: &'static str,
    /// The version of the draft that keeps them; `None` where none does.
    pub(super) mark: Option<i64>,
}

/// Where the words of a form are now.
pub(super) enum Kept {
    /// In the draft, of this version; or nowhere, when the act is not written or not permitted, which the act says.
    Version(Option<i64>),
    /// Beside what a colleague wrote meanwhile.
    Beside(Box<DeskDraft>),
}

/// The written act of a name.
pub(super) fn written(name: &str) -> Option<Verb> {
    Verb::from_word(name).filter(|verb| WRITTEN.iter().any(|(written, _)| written == verb))
}

/// What was typed for an act, without what belongs to the page.
fn words(typed: &Typed) -> Words {
    typed
        .group("")
        .into_iter()
        .filter(|(name, _)| !OF_THE_PAGE.contains(&name.as_str()))
        .collect()
}

/// Whether anything was written, and not only pressed or proposed.
pub(super) fn is_written(typed: &Typed) -> bool {
    WRITTEN
        .iter()
        .chain([&PRESSED])
        .flat_map(|(_, fields)| *fields)
        .any(|field| !PROPOSED.contains(field) && typed.has(field))
}

/// Keeps what was typed for an act.
pub(super) async fn keep(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    reference: &Reference,
    verb: Verb,
    typed: &Typed,
) -> Result<Kept, Problem> {
    let seen = typed.text("mark").parse().unwrap_or(0);
    let words = words(typed);
    let fate = state
        .clerks
        .keep_desk_draft(officer.clone(), reference.clone(), verb, words, seen)
        .await;
    match fate {
        Ok(DraftFate::Kept(version)) => Ok(Kept::Version(Some(version))),
        Ok(DraftFate::Meanwhile(other)) => Ok(Kept::Beside(other)),
        // The act says it, where there is one.
        Err(
            Trouble::NotFound | Trouble::Forbidden | Trouble::Stale | Trouble::NotAcceptable(_),
        ) if !typed.has("go") => Ok(Kept::Version(None)),
        Err(error) => Err(trouble(visit, &error)),
    }
}

/// The draft that an act is done with, which ends with it.
pub(super) fn spent(verb: Verb, typed: &Typed, version: i64) -> SpentDraft {
    SpentDraft {
        verb,
        words: words(typed),
        version,
    }
}

/// The answer to the module that keeps what is being typed: the version it writes on from.
pub(super) fn told(version: Option<i64>) -> Response {
    version.unwrap_or(0).to_string().into_response()
}

/// The draft with which the form of an act begins: one's own, else what a colleague wrote last.
pub(super) fn of(desk: &DeskPage, verb: Verb) -> Option<&DeskDraft> {
    desk.drafts.iter().find(|draft| draft.verb == verb)
}

/// The version of one's own draft of an act, if there is one, whatever colleagues wrote.
fn own_version(desk: &DeskPage, verb: Verb) -> Option<i64> {
    of(desk, verb)
        .filter(|draft| draft.is_own)
        .map(|draft| draft.version)
}

/// The same as a form sends it; 0 when there is none.
pub(super) fn mark(desk: &DeskPage, verb: Verb) -> i64 {
    own_version(desk, verb).unwrap_or(0)
}

/// What stands in the forms: what was sent and not heard, else the drafts.
pub(super) fn standing(desk: &DeskPage, typed: Option<Typed>) -> Typed {
    let mut pairs = typed.map_or_else(Vec::new, Typed::into_pairs);
    for (verb, _) in WRITTEN {
        if let Some(draft) = of(desk, *verb) {
            pairs.extend(draft.words.clone());
        }
    }
    Typed::of(pairs)
}

/// Who wrote a draft, and when.
pub(super) fn by(country: &Country, voice: Voice, draft: &DeskDraft) -> String {
    let moment = voice.date_time(country.calendar.local(draft.at));
    voice.say_with(
        "desk-draft-by",
        &[
            ("name", Argument::Text(&draft.name)),
            ("moment", Argument::Text(&moment)),
        ],
    )
}

/// What somebody began to write and kept.
pub(super) struct Begun {
    /// What it is to become.
    pub(super) act: String,
    /// Who began it, and when.
    pub(super) by: String,
    /// Where it is gone on with.
    pub(super) place: String,
    /// What it says, where it is not what stands in the form.
    pub(super) lines: Vec<String>,
}

/// What was begun about a case and can be gone on with, as `place_of` says where.
pub(super) fn begun(
    country: &Country,
    voice: Voice,
    desk: &DeskPage,
    place_of: impl Fn(Verb) -> Option<String>,
) -> Vec<Begun> {
    desk.drafts
        .iter()
        .filter_map(|draft| {
            Some(Begun {
                act: voice.say(&format!("case-verb-{}", draft.verb)).into_owned(),
                by: by(country, voice, draft),
                place: place_of(draft.verb)?,
                lines: if of(desk, draft.verb) == Some(draft) {
                    Vec::new()
                } else {
                    lines(country, voice, draft)
                },
            })
        })
        .collect()
}

/// What a colleague wrote, to be read beside one's own.
pub(super) fn lines(country: &Country, voice: Voice, draft: &DeskDraft) -> Vec<String> {
    WRITTEN
        .iter()
        .filter(|(verb, _)| *verb == draft.verb)
        .flat_map(|(_, fields)| *fields)
        .filter_map(|field| Some((*field, draft.words.get(*field)?)))
        .filter(|(_, words)| !words.is_empty())
        .map(|(field, words)| in_words(country, voice, field, words))
        .collect()
}

/// What was typed for acts that the page has no form for, by act; `has_form` says for which it has one.
pub(super) fn unsent(
    country: &Country,
    voice: Voice,
    desk: &DeskPage,
    typed: &Typed,
    has_form: impl Fn(Verb) -> bool,
) -> Vec<Unsent> {
    WRITTEN
        .iter()
        .chain([&PRESSED])
        .filter(|(verb, _)| !has_form(*verb))
        .filter(|(_, fields)| {
            fields
                .iter()
                .any(|field| !PROPOSED.contains(field) && !typed.text(field).is_empty())
        })
        .map(|(verb, fields)| Unsent {
            lines: fields
                .iter()
                .map(|field| (*field, typed.text(field)))
                .filter(|(_, words)| !words.is_empty())
                .map(|(field, words)| in_words(country, voice, field, words))
                .collect(),
            act: verb.as_str(),
            mark: own_version(desk, *verb),
        })
        .collect()
}

/// The value of a field as people say it.
fn in_words(country: &Country, voice: Voice, field: &str, value: &str) -> String {
    let said = match field {
        "outcome" => Outcome::from_word(value)
            .map(|outcome| voice.say(&format!("case-outcome-{outcome}")).into_owned()),
        "question-day" | "consult-day" => value.parse().ok().map(|day| voice.date(day)),
        "transfer-to" | "refuse-to" | "arbitrate-to" | "consult-of" => {
            OrganisationCode::parse(value)
                .ok()
                .and_then(|code| country.organisations.find(&code))
                .map(|body| body.names.in_language(voice.language()).to_owned())
        }
        _ => None,
    };
    said.unwrap_or_else(|| value.to_owned())
}

//! Drafts of the desk in its forms: kept as they are typed, shown to whoever opens the case next.

use axum::response::{IntoResponse as _, Response};
use chikaya_domain::{case::Verb, reference::Reference};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Country, Trouble,
    case::desk::DeskPage,
    draft::desk::{DeskDraft, DraftFate, Words},
    staff::Officer,
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
    "consultation",
];

/// Acts that are written rather than pressed.
const WRITTEN: &[Verb] = &[
    Verb::Answer,
    Verb::Ask,
    Verb::Transfer,
    Verb::RefuseCompetence,
    Verb::Arbitrate,
    Verb::Consult,
    Verb::GiveOpinion,
    Verb::Note,
    Verb::Extend,
];

/// Where the words of a form are now.
pub(super) enum Kept {
    /// In the draft, of this version; or nowhere, when the act is not written or not permitted, which the act says.
    Version(Option<i64>),
    /// Beside what a colleague wrote meanwhile.
    Beside(Box<DeskDraft>),
}

/// The written act of a name.
pub(super) fn written(name: &str) -> Option<Verb> {
    Verb::from_word(name).filter(|verb| WRITTEN.contains(verb))
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
    let words: Words = typed
        .group("")
        .into_iter()
        .filter(|(name, _)| !OF_THE_PAGE.contains(&name.as_str()))
        .collect();
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
        Err(trouble) => Err(Problem::from_trouble(visit, &trouble)),
    }
}

/// Lets go of the draft of an act that was done.
pub(super) async fn done(
    state: &State,
    officer: Officer,
    reference: Reference,
    verb: Verb,
    version: i64,
) {
    let dropped = state
        .clerks
        .drop_desk_draft(officer, reference, verb, version)
        .await;
    if let Err(trouble) = dropped {
        // The act is done; a draft that stays behind is seen, and thrown away by hand.
        tracing::warn!(cause = %trouble, "a draft was not thrown away");
    }
}

/// The answer to the module that keeps what is being typed: the version it writes on from.
pub(super) fn told(version: Option<i64>) -> Response {
    version.unwrap_or(0).to_string().into_response()
}

/// The draft of an act.
pub(super) fn of(desk: &DeskPage, verb: Verb) -> Option<&DeskDraft> {
    desk.drafts.iter().find(|draft| draft.verb == verb)
}

/// What stands in the forms before anything is typed here: what was kept of a form that was interrupted, else the drafts.
pub(super) fn standing(desk: &DeskPage, interrupted: Option<Typed>) -> Typed {
    let mut pairs = interrupted.map_or_else(Vec::new, Typed::into_pairs);
    for draft in &desk.drafts {
        pairs.extend(draft.words.clone());
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

/// What a colleague wrote, to be read beside one's own.
pub(super) fn lines(draft: &DeskDraft) -> Vec<String> {
    draft
        .words
        .values()
        .filter(|words| !words.is_empty())
        .cloned()
        .collect()
}

//! `/{language}/file`: a filing step by step, kept at the portal as a draft, sent once.

pub(crate) mod about;
pub(crate) mod begin;
pub(crate) mod check;
pub(crate) mod concerned;
pub(crate) mod details;
pub(crate) mod door;
pub(crate) mod faults;
pub(crate) mod files;
pub(crate) mod later;
pub(crate) mod left;
mod other;
pub(crate) mod paper;
pub(crate) mod place;
pub(crate) mod receipt;
mod sent;
mod unnamed;
pub(crate) mod verify;
mod way;
pub(crate) mod what;
pub(crate) mod who;
pub(crate) mod you;

pub(crate) use self::{
    faults::{phone_sentence, postal_sentence},
    sent::Sent,
};
use self::{
    other::Other,
    sent::{KEEP, Moment},
    way::Way,
};

use axum::response::{IntoResponse as _, Redirect, Response};
use chikaya_domain::{
    Language,
    case::{Kind as CaseKind, Track},
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Country, Trouble,
    draft::{
        Changed, DraftState, Written as _,
        filing::{FilingDraft, Step, TypedFiling},
    },
    token::Token,
};

use crate::{
    error::{Detour, Kind, Problem},
    form::Typed,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::kind_word,
};

/// Where someone is among the steps.
#[derive(Clone, Debug)]
pub(crate) struct Progress {
    /// Number of this step, from 1.
    pub number: usize,
    /// All steps.
    pub total: usize,
    /// Address of the step before; nothing at the first.
    pub back: Option<String>,
    /// What it is.
    pub kind: CaseKind,
    /// The door by which it comes.
    pub track: Track,
    /// The mark of what the step brought so far.
    pub mark: String,
    /// What another page brought to this step meanwhile.
    pub other: Vec<String>,
}

impl Progress {
    /// At a step of a draft.
    pub(crate) fn at(
        country: &Country,
        visit: &Visit,
        token: &Token,
        draft: &FilingDraft,
        step: &str,
    ) -> Self {
        let way = Way::at(country, draft, step);
        Self {
            number: way.number(),
            total: way.total(),
            back: before(visit, &way).map(|step| step_path(visit, token, step)),
            kind: draft.content.kind,
            track: draft.content.track,
            mark: bringing(step).map_or_else(String::new, |step| draft.content.mark(step)),
            other: Vec::new(),
        }
    }

    /// With what another page brought to the step, if it did: the next words are written over that.
    pub(crate) fn beside(mut self, other: Option<Other>) -> Self {
        if let Some(Other { words, mark }) = other {
            self.other = words;
            self.mark = mark;
        }
        self
    }

    /// Kind and step in words.
    pub(crate) fn words(&self, frame: &Frame) -> String {
        frame.voice.say_with(
            "filing-step-title",
            &[
                (
                    "kind",
                    Argument::Text(&kind_word(frame.voice, self.kind, self.track)),
                ),
                ("step", Argument::count(self.number)),
                ("steps", Argument::count(self.total)),
            ],
        )
    }

    /// The heading of what was written.
    pub(crate) fn yours(&self, frame: &Frame) -> String {
        if self.track.is_confidential() {
            frame.say("filing-report-yours")
        } else {
            frame.say_around("case-kind-", self.kind.as_str(), "-yours")
        }
    }

    /// Whether it comes by the door of danger.
    pub(crate) fn is_urgent(&self) -> bool {
        self.track == Track::Danger
    }

    /// The class of the bar of a step.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "templates pass what they loop over"
    )]
    pub(crate) fn class(&self, number: &usize) -> &'static str {
        bar(*number, self.number)
    }

    /// Numbers of all steps.
    pub(crate) fn numbers(&self) -> Vec<usize> {
        (1..=self.total).collect()
    }
}

/// The class of the bar of a page, for whoever is at the page `now`.
pub(crate) fn bar(number: usize, now: usize) -> &'static str {
    match number.cmp(&now) {
        std::cmp::Ordering::Less => "did",
        std::cmp::Ordering::Equal => "now",
        std::cmp::Ordering::Greater => "",
    }
}

/// What a step brings to the draft, if it brings something that is typed.
fn bringing(step: &str) -> Option<Step> {
    Step::ALL.into_iter().find(|known| name_of(*known) == step)
}

/// A step as it stands in addresses.
const fn name_of(step: Step) -> &'static str {
    match step {
        Step::What => "what",
        Step::Where => "where",
        Step::About => "about",
        Step::Details => "details",
        Step::Who => "who",
        Step::Concerned => "concerned",
        Step::You => "you",
    }
}

/// The step where a filer was: that of the words they kept last. After the last one, the page of all answers, or the step
/// that has something to mend.
pub(crate) fn where_left(state: &State, draft: &FilingDraft) -> &'static str {
    match bringing(&draft.content.left_at) {
        Some(Step::You) => {
            let faults = draft.content.faults(&state.clerks.country());
            let first = faults.first();
            first.map_or("check", |fault| name_of(fault.step()))
        }
        Some(step) => name_of(step),
        None => "what",
    }
}

/// The step before one; from a step that was opened to change one answer, the page of all answers.
fn before(visit: &Visit, way: &Way) -> Option<&'static str> {
    if changes_one(visit) {
        Some("check")
    } else {
        way.before()
    }
}

/// What leads from the page of all answers to one, and back to it.
pub(crate) const CHANGE: &str = "?then=check";

/// The value of a choice that says: I do not know.
const UNKNOWN: &str = "unknown";

/// What the address of a step goes on with that was opened from the page of all answers: [`CHANGE`], or nothing.
fn again(visit: &Visit) -> &'static str {
    if changes_one(visit) { CHANGE } else { "" }
}

/// The same behind another parameter.
fn and_again(visit: &Visit) -> String {
    again(visit).replacen('?', "&", 1)
}

/// Whether the step was opened from the page of all answers, to change one.
pub(crate) fn changes_one(visit: &Visit) -> bool {
    visit.parameter("then").as_deref() == Some("check")
}

/// Where someone goes who leaves a step by the page's own ways instead of going on; `mark` is that of the step now.
fn aside(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    typed: &Typed,
    step: &str,
    mark: String,
) -> Option<Response> {
    match typed.text("go") {
        "back" => {
            let way = Way::at(&state.clerks.country(), draft, step);
            let place = step_path(visit, token, before(visit, &way).unwrap_or(step));
            Some(Redirect::to(&place).into_response())
        }
        "later" => Some(Redirect::to(&step_path(visit, token, "later")).into_response()),
        // For the module that keeps what is being typed.
        KEEP => Some(mark.into_response()),
        code => in_language(visit, code),
    }
}

/// The same page in another language.
fn in_language(visit: &Visit, code: &str) -> Option<Response> {
    let language = Language::from_code(code)?;
    let place = format!("/{}{}", language.code(), visit.arrival.rest);
    Some(Redirect::to(&place).into_response())
}

/// The address of a step.
pub(crate) fn step_path(visit: &Visit, token: &Token, step: &str) -> String {
    visit.path(&format!("/file/{}/{step}", token.as_str()))
}

/// To the step after this one; from a step that was opened to change one answer, back to the page of all answers.
pub(crate) fn onward(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    step: &str,
) -> Response {
    let next = if changes_one(visit) {
        "check"
    } else {
        Way::at(&state.clerks.country(), draft, step).after()
    };
    Redirect::to(&step_path(visit, token, next)).into_response()
}

/// As [`onward`], for a step on which it depends who must answer: who was found anew is shown before anything is sent.
pub(crate) fn onward_or_who(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    step: &str,
) -> Response {
    if changes_one(visit) && !draft.content.knows_who(&state.clerks.country()) {
        let place = step_path(visit, token, "who") + CHANGE;
        return Redirect::to(&place).into_response();
    }
    onward(state, visit, token, draft, step)
}

/// The draft behind an address; what was filed already leads to its receipt.
pub(crate) async fn open(
    state: &State,
    visit: &Visit,
    word: &str,
) -> Result<(Token, FilingDraft), Detour> {
    let token = Token::parse(word).ok_or_else(|| Problem::at(visit, Kind::NotFound))?;
    match state.clerks.draft(token.clone()).await {
        Ok(DraftState::Open(draft)) => Ok((token, *draft)),
        Ok(DraftState::Filed) => Err(Detour::Elsewhere(step_path(visit, &token, "receipt"))),
        Err(trouble) => Err(Problem::from_trouble(visit, &trouble).into()),
    }
}

/// What became of what a step brought.
enum Taken {
    /// Another page brought something to the step meanwhile, beside which it is shown.
    Beside(Other),
    /// Whoever sent it leaves by one of the page's own ways.
    Aside(Response),
    /// It is in the draft, and is to be judged.
    Kept,
}

/// Keeps what a step brought (see [`keep`]), and follows whoever leaves the step instead of going on. What was sent before
/// is brought to `draft` alone.
async fn take(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &mut FilingDraft,
    sent: &Sent,
    step: Step,
    change: impl Fn(&mut TypedFiling) + Clone + Send + 'static,
) -> Result<Taken, Problem> {
    let typed = &sent.typed;
    match sent.moment {
        Moment::Now => {}
        Moment::Before => return Ok(Taken::Kept),
        Moment::BeforeBesideOther => {
            let archived = draft.content.clone();
            let other = other(state, visit, &archived, step);
            change(&mut draft.content);
            let is_same = archived.mark(step) == draft.content.mark(step);
            return Ok(if is_same {
                Taken::Kept
            } else {
                Taken::Beside(other)
            });
        }
    }
    if let Some(other) = keep(state, visit, token, draft, typed, step, change).await? {
        return Ok(Taken::Beside(other));
    }
    let mark = draft.content.mark(step);
    let aside = aside(state, visit, token, draft, typed, name_of(step), mark);
    Ok(aside.map_or(Taken::Kept, Taken::Aside))
}

/// Keeps what a step brought, judged or not, and brings it to `draft`, which the step goes on with. Answers what another
/// page brought to the same step meanwhile, if it did: then `draft` has the words of this one, and the archive the other's.
async fn keep(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &mut FilingDraft,
    typed: &Typed,
    step: Step,
    change: impl Fn(&mut TypedFiling) + Clone + Send + 'static,
) -> Result<Option<Other>, Problem> {
    let language = visit.language();
    // Whoever changes one answer comes back to all of them.
    let left_at = (!changes_one(visit)).then(|| name_of(step));
    let change = move |content: &mut TypedFiling| {
        change(content);
        // Whoever goes on in another language wants to be answered in it.
        content.language = language;
        if let Some(step) = left_at {
            step.clone_into(&mut content.left_at);
        }
    };
    let mark = Some(typed.text("mark").to_owned()).filter(|mark| !mark.is_empty());
    match change_step(state, visit, token, step, mark, change.clone()).await? {
        Changed::Kept(content) => {
            draft.content = *content;
            Ok(None)
        }
        Changed::Meanwhile(other) => {
            let meanwhile = self::other(state, visit, &other, step);
            draft.content = *other;
            change(&mut draft.content);
            Ok(Some(meanwhile))
        }
    }
}

/// Changes what a step brought, again where the draft was changed at the same moment.
pub(crate) async fn change_step(
    state: &State,
    visit: &Visit,
    token: &Token,
    step: Step,
    mark: Option<String>,
    change: impl Fn(&mut TypedFiling) + Clone + Send + 'static,
) -> Result<Changed<TypedFiling>, Problem> {
    for _ in 0..TRIES {
        let changed = state
            .clerks
            .change_step(token.clone(), step, mark.clone(), change.clone())
            .await;
        match changed {
            Err(Trouble::Stale) => {}
            changed => return changed.map_err(|trouble| Problem::from_trouble(visit, &trouble)),
        }
    }
    Err(Problem::from_trouble(visit, &Trouble::Stale))
}

/// What another page brought to a step, as far as this browser may see it.
fn other(state: &State, visit: &Visit, archived: &TypedFiling, step: Step) -> Other {
    let country = state.clerks.country();
    let mut other = Other::of(&country, visit.voice, archived, step);
    if !archived.is_shown_to(&browser_word(state, visit)) {
        other.words = Other::of(&country, visit.voice, &archived.masked(), step).words;
    }
    other
}

/// How often a change is applied again to a draft that was changed at the same moment.
const TRIES: usize = 3;

/// What stands for the browser of a visit, as a draft notes by which it was filed.
pub(crate) fn browser(state: &State, visit: &Visit) -> [u8; 32] {
    state
        .key
        .digest("browser", &[visit.arrival.visitor.as_bytes()])
}

/// The same as a draft notes in which browser its filer typed who they are.
pub(crate) fn browser_word(state: &State, visit: &Visit) -> String {
    data_encoding::HEXLOWER.encode(&browser(state, visit))
}

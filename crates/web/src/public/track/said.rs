//! What an office said last in a case: its answer and its open question, each with the body that said it.

use chikaya_domain::case::{Actor, Case, Fact, LastAnswer};
use chikaya_i18n::{Voice, plain};
use chikaya_service::{
    Country,
    case::{
        answer::{reopening_once_told, reopening_until},
        page::CasePage,
    },
};

use crate::visit::Visit;

/// The last answer.
pub(super) struct Answer {
    /// How it was decided.
    pub(super) outcome: String,
    /// What that means for the filer.
    pub(super) means: String,
    /// The letter, line by line.
    pub(super) lines: Vec<String>,
    /// The body that gave it.
    pub(super) by: String,
}

impl Answer {
    /// The answer of a case, if there is one.
    pub(super) fn of(country: &Country, visit: &Visit, page: &CasePage) -> Option<Self> {
        let (last, text) = page.case.last_answer.as_ref().zip(page.answer.as_ref())?;
        let say = |key: &str| visit.voice.say(key).into_owned();
        Some(Self {
            outcome: say(&format!("case-outcome-{}", last.outcome)),
            means: say(&format!("case-outcome-{}-means", last.outcome)),
            lines: lines(country, &page.case, last, &text.body),
            by: author(country, visit, page, |fact| {
                matches!(fact, Fact::Answered { .. })
            }),
        })
    }
}

/// The lines of an answer. Once the case was reopened, what was said of asking for that is past.
fn lines(country: &Country, case: &Case, answer: &LastAnswer, body: &str) -> Vec<String> {
    let mut body = body.to_owned();
    if case.reopenings > 0 && case.stage.is_open() {
        let voice = Voice::of(case.language);
        let policy = country.policies.version(case.policy);
        for said in [
            reopening_until(voice, answer.reopen_until),
            reopening_once_told(voice, policy),
        ] {
            body = body.replace(&said, "").replace(&*plain(&said), "");
        }
    }
    body.lines().map(|line| line.trim().to_owned()).collect()
}

/// The question that waits for a reply.
pub(super) struct Question {
    /// What is asked.
    pub(super) text: String,
    /// The body that asks.
    pub(super) by: String,
}

impl Question {
    /// The question of a case, if one is open.
    pub(super) fn of(country: &Country, visit: &Visit, page: &CasePage) -> Option<Self> {
        let text = page.open_question.as_ref()?;
        Some(Self {
            text: text.body.clone(),
            by: author(country, visit, page, |fact| {
                matches!(fact, Fact::QuestionAsked { .. })
            }),
        })
    }
}

/// The body that did such a thing last: another may have the case since.
fn author(
    country: &Country,
    visit: &Visit,
    page: &CasePage,
    is_such: impl Fn(&Fact) -> bool,
) -> String {
    let author = page
        .timeline
        .iter()
        .rev()
        .filter(|entry| is_such(&entry.fact))
        .find_map(|entry| match &entry.actor {
            Actor::Staff { organisation, .. } => Some(organisation),
            Actor::Filer | Actor::System | Actor::Register => None,
        });
    country
        .organisations
        .name_of(author.unwrap_or(&page.case.organisation), visit.language())
        .to_owned()
}

//! What an office said last in a case: its answer and its open question, each with the body that said it.

use chikaya_domain::case::{Actor, Fact};
use chikaya_service::{Country, case::page::CasePage};

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
            lines: text.body.lines().map(str::to_owned).collect(),
            by: author(country, visit, page, |fact| {
                matches!(fact, Fact::Answered { .. })
            }),
        })
    }
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

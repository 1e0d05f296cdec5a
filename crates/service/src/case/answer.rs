//! Answers: what the filer can do if they disagree, the gate that every answer passes, and the letter.

use chikaya_domain::{
    Language,
    answer::{self, AnswerDraft, GateFinding, GatedAnswer, Outcome, StockFinding},
    case::Case,
    clock::{self, Policy},
};
use chikaya_i18n::{Argument, Voice};
use chikaya_language::{Tongue, detect, stock::StockVerdict};
use jiff::civil::Date;

use crate::{Clerks, Country, message::way::NewsBy};

/// An answer as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedAnswer {
    /// How it was decided, if chosen.
    pub outcome: Option<Outcome>,
    /// Reasons and what was done.
    pub reasons: String,
    /// The legal ground of a refusal; left out where the outcome needs none.
    pub ground: String,
    /// The body outside to which the person is directed; left out where they are not.
    pub body: String,
    /// What the officer adds to what the filer can do in any case if they disagree.
    pub recourse: String,
}

/// What became of an answer.
#[derive(Clone, Debug)]
pub enum AnswerFate {
    /// It was sent.
    Sent,
    /// The gate stopped it.
    Stopped(Vec<GateFinding>),
}

/// An answer as the gate sees it before it is sent.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What the gate says of it; empty when nothing is to be said.
    pub findings: Vec<GateFinding>,
    /// The letter that it would become.
    pub letter: String,
}

impl Clerks {
    /// What the filer of a case, who learns of it by `news_by`, can do if they disagree with an answer of today, in their
    /// language. It is part of every letter.
    pub fn recourse(&self, case: &Case, news_by: NewsBy) -> String {
        let country = self.country();
        let today = country.calendar.date_of(self.now());
        recourse(&country, today, case, news_by)
    }

    /// Judges an answer as it stands, without sending it.
    pub fn judge_answer(&self, case: &Case, news_by: NewsBy, typed: &TypedAnswer) -> Judged {
        let country = self.country();
        let today = country.calendar.date_of(self.now());
        let recourse = whole_recourse(&country, today, case, news_by, typed);
        let body = competent_body(case, typed);
        let draft = draft(typed, &recourse, &body);
        Judged {
            findings: answer::gate(&draft, stock(&country, typed)),
            letter: draft.letter(),
        }
    }
}

/// Lets an answer to a case pass, or says what stops it.
pub(super) fn gate(
    country: &Country,
    today: Date,
    case: &Case,
    news_by: NewsBy,
    typed: &TypedAnswer,
) -> Result<GatedAnswer, Vec<GateFinding>> {
    let recourse = whole_recourse(country, today, case, news_by, typed);
    let body = competent_body(case, typed);
    answer::pass(&draft(typed, &recourse, &body), stock(country, typed))
}

fn draft<'a>(typed: &'a TypedAnswer, recourse: &'a str, body: &'a str) -> AnswerDraft<'a> {
    AnswerDraft {
        outcome: typed.outcome,
        reasons: &typed.reasons,
        recourse,
        ground: &typed.ground,
        body,
    }
}

/// To whom the filer is directed, as a sentence in their language; empty where nobody is named.
fn competent_body(case: &Case, typed: &TypedAnswer) -> String {
    let name = typed.body.trim();
    if name.is_empty() {
        return String::new();
    }
    Voice::of(case.language).say_with("answer-competent-body", &[("name", Argument::Text(name))])
}

/// Below this a guess at a language is good for a default alone, of 100.
const SURE: u8 = 40;

/// The language in which an answer seems to be written, where it is another than that of its filer.
pub fn other_language(case: &Case, typed: &TypedAnswer) -> Option<Language> {
    let found = detect(&typed.reasons).filter(|found| found.confidence >= SURE)?;
    let language = match found.tongue {
        Tongue::Arabic | Tongue::Darija => Language::Arabic,
        Tongue::Tamazight => Language::Tamazight,
        Tongue::French => Language::French,
        Tongue::English => Language::English,
        Tongue::DarijaLatin => return None,
    };
    (language != case.language).then_some(language)
}

fn stock(country: &Country, typed: &TypedAnswer) -> StockFinding {
    match country.stock_phrases.examine(&typed.reasons) {
        StockVerdict::Empty { .. } => StockFinding::Empty,
        StockVerdict::PhraseBesideFacts { .. } => StockFinding::Beside,
        StockVerdict::Fine => StockFinding::None,
    }
}

/// What the filer can do in any case, then what the officer added.
fn whole_recourse(
    country: &Country,
    today: Date,
    case: &Case,
    news_by: NewsBy,
    typed: &TypedAnswer,
) -> String {
    let recourse = recourse(country, today, case, news_by);
    format!("{recourse}\n{}", typed.recourse)
}

/// Until when the case can be reopened after an answer of `today`, and that there is the Mediator. Of whom the office tells
/// itself nobody knows on which day: their days count from then.
fn recourse(country: &Country, today: Date, case: &Case, news_by: NewsBy) -> String {
    let policy = country.policies.version(case.policy);
    let voice = Voice::of(case.language);
    let until = match news_by {
        NewsBy::Email | NewsBy::Sms | NewsBy::Nothing => {
            let until = clock::reopening_until(today, policy, &country.calendar);
            reopening_until(voice, until)
        }
        NewsBy::Telephone | NewsBy::Letter => reopening_once_told(voice, policy),
    };
    format!("{until} {}", voice.say("mail-mediator"))
}

/// Until when the case can be reopened.
pub fn reopening_until(voice: Voice, until: Date) -> String {
    voice.say_with("due-reopen-until", &[("date", Argument::Date(until))])
}

/// How long the case can be reopened by someone who is not told of the answer yet.
pub fn reopening_once_told(voice: Voice, policy: &Policy) -> String {
    let days = Argument::Number(i64::from(policy.reopening_days));
    voice.say_with("due-reopen-days", &[("days", days)])
}

//! The acts at the desk that are legal now, as forms.

use std::collections::BTreeMap;

use chikaya_domain::{
    case::{Case, Verb},
    id::SubjectCode,
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Country,
    case::desk::DeskPage,
    message::way::NewsBy,
    named::{Colleague, place_in_order},
    staff::Officer,
};
use jiff::ToSpan;

use super::{
    drafts,
    former::{self, Again, FormerLine},
    list::Asked,
};
use crate::{
    form::{Faults, Typed},
    public::look_up,
    visit::Visit,
    words::follows,
};

/// Days for a reply that are proposed [C].
const DAYS: i64 = 7;

/// The same where question and reply go by post [C]: a week each way.
const DAYS_BY_POST: i64 = 21;

/// Bodies offered for what was typed.
const OFFERED: usize = 6;

/// A field for a body: label, what was typed, bodies offered by code and name.
pub(super) type BodyField = (String, String, Vec<(String, String)>);

/// A subject to choose: code, name, whether it is the present one.
pub(super) type SubjectLine = (String, String, bool);

/// An act that needs words, or only a button.
pub(super) struct ActForm {
    /// Last part of its address.
    pub(super) name: &'static str,
    pub(super) button: String,
    pub(super) icon: &'static str,
    /// Field for text: name, label, what was typed.
    pub(super) text: Option<(&'static str, String, String)>,
    /// Field for a body: label, what was typed, bodies offered.
    pub(super) body: Option<BodyField>,
    /// Which names the field for a body looks up: `organisations` or `places`.
    pub(super) looked_up: &'static str,
    /// Subjects to choose from, by the name of their sector. Empty when none is asked for.
    pub(super) subjects: Vec<(String, Vec<SubjectLine>)>,
    /// The present place by its code, which stays when no other is typed.
    pub(super) territory: String,
    /// What follows when it is done, where the filer must learn of it.
    pub(super) follows: Option<String>,
    /// Field for a day: label, day proposed.
    pub(super) day: Option<(String, String)>,
    /// Whom it can be given to.
    pub(super) colleagues: Vec<Colleague>,
    /// Files to choose from: identifier, name.
    pub(super) files: Vec<(String, String)>,
    /// Which opinion.
    pub(super) consultation: String,
    /// Whether it stands open, with a fault or something typed.
    pub(super) is_open: bool,
    /// The address of the page on which its fields stand, where this one only leads there.
    pub(super) elsewhere: Option<String>,
    /// The version of the draft it began with.
    pub(super) mark: i64,
    /// Who wrote the draft, and when.
    pub(super) by: Option<String>,
    /// Who had the case before, where it is handed on.
    pub(super) former: Vec<FormerLine>,
    /// What must be ticked before it goes back to one of them.
    pub(super) again: Option<Again>,
}

/// The acts legal now, in the order of frequency at a desk.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each verb, read one by one"
)]
pub(super) fn forms(
    country: &Country,
    visit: &Visit,
    officer: &Officer,
    desk: &DeskPage,
    typed: &Typed,
    faults: &Faults,
) -> Vec<ActForm> {
    let voice = visit.voice;
    let case = &desk.page.case;
    // A day that was typed stays; else a week from now, for those who reply by post three, or the day the answer is due
    // where that is sooner.
    let day = |field: &str, ends_with_the_case: bool| {
        let is_bound = ends_with_the_case && desk.page.today < case.answer_due;
        let by_post = field == "question-day" && desk.page.news_by == NewsBy::Letter;
        let days = if by_post { DAYS_BY_POST } else { DAYS };
        let in_a_week = desk.page.today.saturating_add(days.days());
        let proposed = if is_bound {
            in_a_week.min(case.answer_due)
        } else {
            in_a_week
        };
        let label = if is_bound {
            let due = Argument::Date(case.answer_due);
            voice.say_with("desk-ask-by-at-most", &[("date", due)])
        } else {
            voice.say("desk-ask-by").into_owned()
        };
        let value = typed.text(field);
        let value = if value.is_empty() {
            proposed.to_string()
        } else {
            value.to_owned()
        };
        (label, value)
    };
    let bodies = |field: &str| {
        look_up::bodies(country, typed.text(field), case.territory.as_ref(), OFFERED)
            .into_iter()
            .filter(|body| body.receives)
            .map(|body| {
                (
                    body.code.to_string(),
                    body.names.in_language(visit.language()).to_owned(),
                )
            })
            .collect::<Vec<_>>()
    };
    let body = |field: &'static str, label: &str| {
        Some((
            voice.say(label).into_owned(),
            typed.text(field).to_owned(),
            bodies(field),
        ))
    };
    let text = |field: &'static str, label: &str| {
        Some((
            field,
            voice.say(label).into_owned(),
            typed.text(field).to_owned(),
        ))
    };
    let order = [
        Verb::Examine,
        Verb::TakeUp,
        Verb::Ask,
        Verb::Reply,
        Verb::Assign,
        Verb::Unassign,
        Verb::Classify,
        Verb::Transfer,
        Verb::RefuseCompetence,
        Verb::Arbitrate,
        Verb::Consult,
        Verb::GiveOpinion,
        Verb::Note,
        Verb::Extend,
        Verb::TakeBackFile,
    ];
    order
        .into_iter()
        .filter(|verb| desk.verbs.contains(verb))
        .filter(|verb| *verb != Verb::Assign || !desk.colleagues.is_empty())
        .filter(|verb| *verb != Verb::Unassign || case.officer.is_some())
        .filter(|verb| *verb != Verb::TakeBackFile || !desk.page.shown_by_office.is_empty())
        .filter_map(|verb| {
            let mut form = ActForm {
                name: verb.as_str(),
                button: voice.say(&format!("case-verb-{verb}")).into_owned(),
                icon: "edit",
                text: None,
                body: None,
                looked_up: "organisations",
                subjects: Vec::new(),
                territory: String::new(),
                follows: matches!(
                    verb,
                    Verb::Ask
                        | Verb::Transfer
                        | Verb::RefuseCompetence
                        | Verb::Arbitrate
                        | Verb::Extend
                )
                .then(|| follows(voice, desk.page.news_by)),
                day: None,
                colleagues: Vec::new(),
                files: Vec::new(),
                consultation: String::new(),
                is_open: false,
                elsewhere: None,
                mark: 0,
                by: None,
                former: Vec::new(),
                again: former::again(country, visit, &desk.page, verb, typed),
            };
            if matches!(
                verb,
                Verb::Transfer | Verb::RefuseCompetence | Verb::Arbitrate
            ) {
                form.former = former::lines(country, visit, &desk.page);
            }
            if let Some(draft) = drafts::of(desk, verb) {
                form.mark = drafts::mark(desk, verb);
                form.by = Some(drafts::by(country, voice, draft));
            }
            match verb {
                Verb::Examine => form.icon = "check",
                Verb::TakeUp => form.icon = "arrow",
                Verb::Ask => {
                    form.text = text("question", "label-question");
                    let is_paused = country.policies.version(case.policy).pause_while_waiting;
                    form.day = Some(day("question-day", !is_paused));
                }
                Verb::Reply => {
                    form.icon = "phone";
                    form.text = text("reply", "desk-reply-hint");
                }
                Verb::Unassign => form.icon = "pause",
                // A list of all subjects is a third of the page, and seldom wanted.
                Verb::Classify if !lays_open(visit, typed, faults) => {
                    form.elsewhere = Some(classify_address(visit, case));
                }
                Verb::Classify => {
                    form.is_open = true;
                    form.subjects = subjects(country, visit, case.subject.as_ref());
                    form.looked_up = "places";
                    form.territory = case
                        .territory
                        .as_ref()
                        .map_or_else(String::new, ToString::to_string);
                    form.body = Some((
                        voice.say("desk-classify-place").into_owned(),
                        typed.text("classify-place").to_owned(),
                        places(country, visit, typed.text("classify-place")),
                    ));
                }
                Verb::Assign => {
                    form.icon = "person";
                    form.colleagues.clone_from(&desk.colleagues);
                }
                Verb::Transfer => {
                    form.icon = "transfer";
                    form.body = body("transfer-to", "desk-transfer-to");
                    // Who answers for this subject there is not looked up a second time; another name is written over it.
                    if let Some((_, typed, _)) = &mut form.body
                        && typed.is_empty()
                    {
                        *typed = competent_elsewhere(country, visit, case).unwrap_or_default();
                    }
                    form.text = text("transfer-reason", "desk-transfer-reason");
                }
                Verb::RefuseCompetence => {
                    form.icon = "cross";
                    form.body = body("refuse-to", "desk-refuse-hint");
                    form.text = text("refuse-reason", "desk-transfer-reason");
                }
                Verb::Arbitrate => {
                    form.icon = "scales";
                    form.body = body("arbitrate-to", "desk-transfer-to");
                    form.text = text("arbitrate-reason", "desk-transfer-reason");
                }
                Verb::Consult => {
                    form.icon = "people";
                    form.body = body("consult-of", "desk-consult-of");
                    form.text = text("consult-question", "label-question");
                    form.day = Some(day("consult-day", true));
                }
                Verb::GiveOpinion => {
                    let (id, _) = case.consultations.iter().find(|(_, asked)| {
                        country
                            .organisations
                            .is_within(&officer.organisation, asked)
                    })?;
                    form.consultation = id.to_string();
                    form.text = text("opinion", "desk-opinion-label");
                }
                Verb::Note => form.text = text("note", "desk-note-hint"),
                Verb::Extend => form.text = text("extend-reason", "desk-transfer-reason"),
                Verb::TakeBackFile => {
                    let shown = desk.page.files.iter();
                    form.files = shown
                        .filter(|file| desk.page.shown_by_office.contains(&file.id))
                        .map(|file| (file.id.to_string(), file.name.clone()))
                        .collect();
                    form.text = text("take-back-reason", "desk-take-back-reason");
                }
                _ => {}
            }
            form.is_open |=
                form.text.as_ref().is_some_and(|(field, _, typed)| {
                    !typed.is_empty() || faults.of(field).is_some()
                }) || form.again.is_some()
                    || (form.day.is_some() && faults.of(form.day_field()).is_some());
            Some(form)
        })
        .collect()
}

impl ActForm {
    /// Whether it needs nothing but a button.
    pub(super) fn is_button(&self) -> bool {
        self.text.is_none()
            && self.body.is_none()
            && self.colleagues.is_empty()
            && self.elsewhere.is_none()
    }

    /// The key that leads to it, as `desk.js` knows it.
    pub(super) fn letter(&self) -> Option<&'static str> {
        match self.name {
            "ask" => Some("Q"),
            "assign" => Some("A"),
            "transfer" => Some("T"),
            "consult" => Some("C"),
            "note" => Some("N"),
            _ => None,
        }
    }

    /// Name of the field for a body.
    pub(super) fn body_field(&self) -> &'static str {
        match self.name {
            "transfer" => "transfer-to",
            "refuse-competence" => "refuse-to",
            "arbitrate" => "arbitrate-to",
            "classify" => "classify-place",
            _ => "consult-of",
        }
    }

    /// Name of the field for a day.
    pub(super) fn day_field(&self) -> &'static str {
        day_field(self.name)
    }
}

/// Name of the field for a day of an act.
pub(super) fn day_field(act: &str) -> &'static str {
    if act == "ask" {
        "question-day"
    } else {
        "consult-day"
    }
}

/// Whether subject and place are being corrected: the page was asked for it, or something was typed.
fn lays_open(visit: &Visit, typed: &Typed, faults: &Faults) -> bool {
    let fields = ["classify-subject", "classify-place"];
    visit.parameter("act").as_deref() == Some(Verb::Classify.as_str())
        || fields
            .into_iter()
            .any(|field| typed.has(field) || faults.of(field).is_some())
}

/// The page of the case with the form that corrects subject and place.
fn classify_address(visit: &Visit, case: &Case) -> String {
    let kept = Asked::kept(visit);
    let joint = if kept.is_empty() { '?' } else { '&' };
    let place = visit.path(&format!("/desk/case/{}", case.reference));
    let act = Verb::Classify;
    format!("{place}{kept}{joint}act={act}#act-{act}")
}

/// Who answers by the rules for what a case is about, there where it is, when that is another body than the one that has
/// it and takes filings here.
fn competent_elsewhere(country: &Country, visit: &Visit, case: &Case) -> Option<String> {
    let code = country.competent(case.subject.as_ref(), case.territory.as_ref())?;
    let body = country.organisations.find(&code)?;
    (code != case.organisation && body.receives)
        .then(|| body.names.in_language(visit.language()).to_owned())
}

/// All subjects by sector and name, with "unknown" before them.
fn subjects(
    country: &Country,
    visit: &Visit,
    present: Option<&SubjectCode>,
) -> Vec<(String, Vec<SubjectLine>)> {
    let name_of = |code: &SubjectCode| {
        country
            .subjects
            .find(code)
            .map_or_else(String::new, |subject| {
                subject.names.in_language(visit.language()).to_owned()
            })
    };
    let mut sectors: BTreeMap<(String, String), Vec<SubjectLine>> = BTreeMap::new();
    for subject in country.subjects.all() {
        // A sector is chosen by nobody.
        let Some(sector) = &subject.parent else {
            continue;
        };
        let sector = name_of(sector);
        sectors
            .entry((place_in_order(&sector), sector))
            .or_default()
            .push((
                subject.code.to_string(),
                name_of(&subject.code),
                Some(&subject.code) == present,
            ));
    }
    let unknown = visit.voice.say("word-unknown").into_owned();
    let mut first = vec![(String::new(), unknown, present.is_none())];
    // But a case may be of one.
    if let Some(subject) = present.and_then(|code| country.subjects.find(code))
        && subject.parent.is_none()
    {
        first.push((subject.code.to_string(), name_of(&subject.code), true));
    }
    std::iter::once((String::new(), first))
        .chain(sectors.into_iter().map(|((_, sector), mut list)| {
            list.sort_by_cached_key(|(_, name, _)| place_in_order(name));
            (sector, list)
        }))
        .collect()
}

/// Places offered for what was typed.
fn places(country: &Country, visit: &Visit, typed: &str) -> Vec<(String, String)> {
    country
        .places(typed, OFFERED)
        .iter()
        .filter_map(|code| {
            let place = look_up::place(country, visit, code)?;
            Some((place.code, format!("{} · {}", place.name, place.note)))
        })
        .collect()
}

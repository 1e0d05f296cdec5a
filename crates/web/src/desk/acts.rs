//! The acts at the desk that are legal now, as forms.

use chikaya_domain::case::Verb;
use chikaya_service::{
    Country,
    case::desk::{Colleague, DeskPage},
    staff::Officer,
};
use jiff::ToSpan;

use super::drafts;
use crate::{
    form::{Faults, Typed},
    visit::Visit,
};

/// Bodies offered for what was typed.
const OFFERED: usize = 6;

/// A field for a body: label, what was typed, bodies offered by code and name.
pub(super) type BodyField = (String, String, Vec<(String, String)>);

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
    /// Field for a day: label, day proposed.
    pub(super) day: Option<(String, String)>,
    /// Whom it can be given to.
    pub(super) colleagues: Vec<Colleague>,
    /// Which opinion.
    pub(super) consultation: String,
    /// Whether it stands open, with a fault or something typed.
    pub(super) is_open: bool,
    /// The version of the draft it began with.
    pub(super) mark: i64,
    /// Who wrote the draft, and when.
    pub(super) by: Option<String>,
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
    let in_days = |days: i32| desk.page.today.saturating_add(days.days()).to_string();
    let bodies = |field: &str| {
        country
            .organisation_index
            .find(typed.text(field), OFFERED)
            .into_iter()
            .filter_map(|hit| {
                let body = country.organisations.find(&hit.code)?;
                Some((
                    hit.code.to_string(),
                    body.names.in_language(visit.language()).to_owned(),
                ))
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
        Verb::Assign,
        Verb::Transfer,
        Verb::RefuseCompetence,
        Verb::Arbitrate,
        Verb::Consult,
        Verb::GiveOpinion,
        Verb::Note,
        Verb::Extend,
    ];
    order
        .into_iter()
        .filter(|verb| desk.verbs.contains(verb))
        .filter(|verb| *verb != Verb::Assign || !desk.colleagues.is_empty())
        .filter_map(|verb| {
            let mut form = ActForm {
                name: verb.as_str(),
                button: voice.say(&format!("case-verb-{verb}")).into_owned(),
                icon: "edit",
                text: None,
                body: None,
                day: None,
                colleagues: Vec::new(),
                consultation: String::new(),
                is_open: false,
                mark: 0,
                by: None,
            };
            if let Some(draft) = drafts::of(desk, verb) {
                form.mark = draft.version;
                form.by = Some(drafts::by(country, voice, draft));
            }
            match verb {
                Verb::Examine => form.icon = "check",
                Verb::TakeUp => form.icon = "arrow",
                Verb::Ask => {
                    form.text = text("question", "label-question");
                    form.day = Some((voice.say("desk-ask-by").into_owned(), in_days(7)));
                }
                Verb::Assign => {
                    form.icon = "person";
                    form.colleagues.clone_from(&desk.colleagues);
                }
                Verb::Transfer => {
                    form.icon = "transfer";
                    form.body = body("transfer-to", "desk-transfer-to");
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
                    form.day = Some((voice.say("desk-ask-by").into_owned(), in_days(7)));
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
                _ => {}
            }
            form.is_open = form
                .text
                .as_ref()
                .is_some_and(|(field, _, typed)| !typed.is_empty() || faults.of(field).is_some());
            Some(form)
        })
        .collect()
}

impl ActForm {
    /// Whether it needs nothing but a button.
    pub(super) fn is_button(&self) -> bool {
        self.text.is_none() && self.body.is_none() && self.colleagues.is_empty()
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
            _ => "consult-of",
        }
    }

    /// Name of the field for a day.
    pub(super) fn day_field(&self) -> &'static str {
        if self.name == "ask" {
            "question-day"
        } else {
            "consult-day"
        }
    }
}

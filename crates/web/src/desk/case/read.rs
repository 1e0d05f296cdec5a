//! What an officer asks for, read from the form of an act.

use chikaya_domain::id::{ConsultationId, OrganisationCode, StaffId};
use chikaya_service::{Country, case::act::StaffAct};
use jiff::civil::Date;

use crate::{
    form::{Faults, Typed},
    visit::Visit,
};

/// What the officer asks; `None` when there is no such act.
pub(super) fn read_act(
    country: &Country,
    visit: &Visit,
    name: &str,
    typed: &Typed,
) -> Result<Option<StaffAct>, Faults> {
    let mut faults = Faults::default();
    let voice = visit.voice;
    let mut text = |field: &'static str| {
        let text = typed.text(field).to_owned();
        if text.is_empty() {
            faults.add(field, voice.say("error-empty"));
        }
        text
    };
    let act = match name {
        "examine" => StaffAct::Examine,
        "take-up" => StaffAct::TakeUp,
        "note" => StaffAct::Note { note: text("note") },
        "extend" => StaffAct::Extend {
            reason: text("extend-reason"),
        },
        "transfer" => StaffAct::Transfer {
            reason: text("transfer-reason"),
            to: body(country, typed, "transfer-to", &mut faults, visit).ok_or(faults.clone())?,
        },
        "refuse-competence" => StaffAct::RefuseCompetence {
            reason: text("refuse-reason"),
            to: if typed.text("refuse-to").is_empty() {
                None
            } else {
                Some(body(country, typed, "refuse-to", &mut faults, visit).ok_or(faults.clone())?)
            },
        },
        "arbitrate" => StaffAct::Arbitrate {
            reason: text("arbitrate-reason"),
            competent: body(country, typed, "arbitrate-to", &mut faults, visit)
                .ok_or(faults.clone())?,
        },
        "assign" => {
            if let Ok(officer) = typed.text("officer").parse::<StaffId>() {
                StaffAct::Assign { officer }
            } else {
                faults.add("officer", voice.say("error-choose-from-list"));
                return Err(faults);
            }
        }
        "ask" => StaffAct::Ask {
            question: text("question"),
            respond_by: day(typed, "question-day", &mut faults, visit).ok_or(faults.clone())?,
        },
        "consult" => StaffAct::Consult {
            question: text("consult-question"),
            of: body(country, typed, "consult-of", &mut faults, visit).ok_or(faults.clone())?,
            respond_by: day(typed, "consult-day", &mut faults, visit).ok_or(faults.clone())?,
        },
        "give-opinion" => match typed.text("consultation").parse::<ConsultationId>() {
            Ok(consultation) => StaffAct::GiveOpinion {
                consultation,
                opinion: text("opinion"),
            },
            Err(_) => return Ok(None),
        },
        _ => return Ok(None),
    };
    if faults.is_empty() {
        Ok(Some(act))
    } else {
        Err(faults)
    }
}

/// A body from what was typed: a code chosen from the list, or a name that means one body.
fn body(
    country: &Country,
    typed: &Typed,
    field: &'static str,
    faults: &mut Faults,
    visit: &Visit,
) -> Option<OrganisationCode> {
    let text = typed.text(field);
    if let Ok(code) = OrganisationCode::parse(text)
        && country.organisations.find(&code).is_some()
    {
        return Some(code);
    }
    let hits = country.organisation_index.find(text, 2);
    let clear = match hits.as_slice() {
        [only] => Some(only),
        [first, second] if first.score > second.score + 400 => Some(first),
        _ => None,
    };
    if clear.is_none() {
        faults.add(field, visit.voice.say("error-choose-from-list"));
    }
    clear.map(|hit| hit.code.clone())
}

fn day(typed: &Typed, field: &'static str, faults: &mut Faults, visit: &Visit) -> Option<Date> {
    let day = typed.text(field).parse().ok();
    if day.is_none() {
        faults.add(field, visit.voice.say("error-date-form"));
    }
    day
}

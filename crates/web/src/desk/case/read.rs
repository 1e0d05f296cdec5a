//! What an officer asks for, read from the form of an act.

use chikaya_domain::{
    case::Told,
    id::{AttachmentId, ConsultationId, OrganisationCode, StaffId, SubjectCode, TerritoryCode},
    text,
};
use chikaya_service::{
    Country,
    case::{act::StaffAct, file::TEXT_LIMIT},
};
use jiff::civil::Date;

use super::super::former::body_meant;
use crate::{
    form::{Faults, Typed},
    visit::Visit,
    words::too_long,
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
            faults.add(field, voice.say("error-write-here"));
        }
        let over = text::over(&text, TEXT_LIMIT);
        if over > 0 {
            faults.add(field, too_long(voice, over, TEXT_LIMIT));
        }
        text
    };
    let act = match name {
        "examine" => StaffAct::Examine,
        "take-up" => StaffAct::TakeUp,
        "unassign" => StaffAct::Unassign,
        "classify" => StaffAct::Classify {
            subject: subject(country, typed, visit)?,
            territory: place(country, typed, visit)?,
        },
        "tell" => match Told::from_word(typed.text("how")) {
            Some(how) => StaffAct::Tell { how },
            None => return Ok(None),
        },
        "reply" => StaffAct::TakeDown {
            reply: text("reply"),
        },
        "transcribe" => match typed.text("sound").parse::<AttachmentId>() {
            Ok(attachment) => StaffAct::Transcribe {
                attachment,
                words: text("words"),
            },
            Err(_) => return Ok(None),
        },
        "note" => StaffAct::Note { note: text("note") },
        "take-back-file" => StaffAct::TakeBackFile {
            reason: text("take-back-reason"),
            attachment: typed.text("file").parse::<AttachmentId>().map_err(|_| {
                let mut faults = faults.clone();
                faults.add("file", voice.say("error-choose-from-list"));
                faults
            })?,
        },
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
    let meant = body_meant(country, typed.text(field));
    if meant.is_none() {
        faults.add(field, visit.voice.say("error-choose-from-list"));
    }
    meant
}

/// The subject chosen from the list, which may be that none is known.
fn subject(country: &Country, typed: &Typed, visit: &Visit) -> Result<Option<SubjectCode>, Faults> {
    let word = typed.text("classify-subject");
    if word.is_empty() {
        return Ok(None);
    }
    let found = SubjectCode::parse(word)
        .ok()
        .filter(|code| country.subjects.find(code).is_some());
    found
        .map(Some)
        .ok_or_else(|| must_choose(visit, "classify-subject"))
}

/// The place: what the case has when nothing was typed, a code chosen from the list, or a name that means one place.
fn place(country: &Country, typed: &Typed, visit: &Visit) -> Result<Option<TerritoryCode>, Faults> {
    let known = |word: &str| {
        TerritoryCode::parse(word)
            .ok()
            .filter(|code| country.territories.find(code).is_some())
    };
    let text = typed.text("classify-place");
    if text.is_empty() {
        return Ok(known(typed.text("classify-territory")));
    }
    if let Some(code) = known(text) {
        return Ok(Some(code));
    }
    let hits = country.territory_index.find(text, 2);
    let clear = match hits.as_slice() {
        [only] => Some(only),
        [first, second] if first.score > second.score + 400 => Some(first),
        _ => None,
    };
    clear
        .map(|hit| Some(hit.code.clone()))
        .ok_or_else(|| must_choose(visit, "classify-place"))
}

/// That a field asks for something of the list.
fn must_choose(visit: &Visit, field: &'static str) -> Faults {
    let mut faults = Faults::default();
    faults.add(field, visit.voice.say("error-choose-from-list"));
    faults
}

fn day(typed: &Typed, field: &'static str, faults: &mut Faults, visit: &Visit) -> Option<Date> {
    match text::day(typed.text(field)) {
        Ok(day) => Some(day),
        Err(error) => {
            faults.add(field, visit.voice.say(error.key()));
            None
        }
    }
}

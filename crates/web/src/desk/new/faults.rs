//! What is wrong with what was taken down, in words for whoever takes it down.

use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Country,
    draft::{
        filing::Fault,
        for_someone::{ARRIVED_DAYS_AT_MOST, DayFault, TakenFault, TypedForSomeone},
    },
};

use crate::{
    form::Faults,
    public::file::{
        details::{add_named, asked},
        faults::sentence,
    },
    visit::Visit,
};

/// The faults of the page, each beside its field.
pub(super) fn told(
    country: &Country,
    visit: &Visit,
    content: &TypedForSomeone,
    found: &[TakenFault],
) -> Faults {
    let mut faults = Faults::default();
    for fault in found {
        let said = words(visit.voice, fault);
        let question = match fault {
            TakenFault::Filing(Fault::Detail { question, .. })
            | TakenFault::DayAhead { question } => asked(country, &content.filing)
                .iter()
                .find(|asked| asked.code == *question),
            _ => None,
        };
        match question {
            Some(question) => add_named(&mut faults, visit, question, &said),
            None => faults.add(fault.field(), said),
        }
    }
    faults
}

fn words(voice: Voice, fault: &TakenFault) -> String {
    let key = match fault {
        TakenFault::Filing(fault) => return sentence(fault, voice),
        TakenFault::WrittenOn(why) | TakenFault::ArrivedOn(why) => match why {
            DayFault::Unreadable(error) => error.key(),
            DayFault::Ahead => "error-day-future",
            DayFault::TooOld => {
                let days = Argument::Number(ARRIVED_DAYS_AT_MOST);
                return voice.say_with("error-letter-old", &[("days", days)]);
            }
            DayFault::BeforeWritten => "error-letter-order",
        },
        TakenFault::Channel | TakenFault::Consent | TakenFault::Shown => "error-choose-one",
        TakenFault::SubjectOpen => "error-subject-empty",
        TakenFault::PlaceOpen => "error-place-empty",
        TakenFault::DayAhead { .. } => "error-day-future",
        TakenFault::NoContactForCode => "error-consent-contact",
        TakenFault::CodeMissing => "error-consent-code",
    };
    voice.say(key).into_owned()
}

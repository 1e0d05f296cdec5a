//! What is wrong with a filing, in words for its filer.

use chikaya_domain::person::{ADDRESS_LIMIT, NameError, PhoneError, PostalError};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    case::file::{PLACE_LIMIT, TEXT_LIMIT},
    draft::filing::{CONCERNED_LIMIT, DETAIL_LIMIT, DetailFault, Fault, TextFault},
};

use crate::{form::Faults, point, words::too_long};

/// Adds what is wrong to what a page says already.
pub(super) fn tell(faults: &mut Faults, found: &[Fault], voice: Voice) {
    for fault in found {
        faults.add(fault.field(), sentence(fault, voice));
    }
}

pub(crate) fn sentence(fault: &Fault, voice: Voice) -> String {
    let key = match fault {
        Fault::Text(TextFault::Empty) => "error-text-empty",
        Fault::Text(TextFault::SaysNothing) => "error-too-short",
        Fault::Text(TextFault::TooLong { over }) => return too_long(voice, *over, TEXT_LIMIT),
        Fault::Subject => "error-choose-from-list",
        Fault::IdentityKind | Fault::Preferred => "error-choose-one",
        Fault::Detail { why, .. } => match why {
            DetailFault::Missing => "error-empty",
            DetailFault::TooLong { over } => return too_long(voice, *over, DETAIL_LIMIT),
            DetailFault::Day(error) => error.key(),
        },
        Fault::Point(why) => return point::sentence(*why, voice),
        Fault::Place { over } => return too_long(voice, *over, PLACE_LIMIT),
        Fault::Concerned { over } => return too_long(voice, *over, CONCERNED_LIMIT),
        Fault::PlaceMissing => "error-place-abroad",
        Fault::Representative(NameError::Empty) => "error-representative-empty",
        Fault::Quality(error) => error.key(),
        Fault::Name(error) | Fault::Representative(error) | Fault::OnBehalfOf(error) => error.key(),
        Fault::NameOrContact => "error-name-or-contact",
        Fault::Identity(error) => error.key(),
        Fault::Email(error) => error.key(),
        Fault::Phone(error) => return phone_sentence(*error, voice),
        Fault::Address(error) => return postal_sentence(*error, voice),
    };
    voice.say(key).into_owned()
}

/// What is wrong with a telephone number.
pub(crate) fn phone_sentence(error: PhoneError, voice: Voice) -> String {
    match error.written() {
        Some(written) if matches!(error, PhoneError::Digits { .. }) => voice.say_with(
            error.key(),
            &[(
                "digits",
                Argument::Number(i64::try_from(written).unwrap_or(0)),
            )],
        ),
        _ => voice.say(error.key()).into_owned(),
    }
}

/// What is wrong with a postal address.
pub(crate) fn postal_sentence(error: PostalError, voice: Voice) -> String {
    match error {
        PostalError::Empty => voice.say("error-postal-empty").into_owned(),
        PostalError::TooShort => voice.say("error-postal-short").into_owned(),
        PostalError::TooLong { over } => too_long(voice, over, ADDRESS_LIMIT),
    }
}

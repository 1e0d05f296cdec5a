//! What a case is about, in words.

use chikaya_domain::id::SubjectCode;
use chikaya_i18n::Voice;
use chikaya_service::Country;

/// The name of a subject, or that it is not known.
pub(crate) fn subject_name(
    country: &Country,
    voice: Voice,
    subject: Option<&SubjectCode>,
) -> String {
    subject
        .and_then(|code| country.subjects.find(code))
        .map_or_else(
            || voice.say("word-unknown").into_owned(),
            |subject| subject.names.in_language(voice.language()).to_owned(),
        )
}

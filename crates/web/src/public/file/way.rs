//! The way through the steps: which of them a draft has, and which stand before and after each.

use chikaya_domain::case::Track;
use chikaya_service::{
    Country,
    draft::filing::{FilingDraft, TypedFiling},
};

/// The steps, as they stand in addresses.
const STEPS: [&str; 10] = [
    "what",
    "files",
    "where",
    "about",
    "door",
    "details",
    "who",
    "concerned",
    "you",
    "check",
];

/// Pages that only some drafts lead to, and only on some ways: parts of the step before them, so that the number of steps
/// stays what was said on the first page.
const PARTS: [&str; 4] = ["files", "door", "details", "who"];

/// Where someone is among the steps of a draft.
pub(super) struct Way {
    steps: Vec<&'static str>,
    here: usize,
}

impl Way {
    /// At a step. One that the draft would not lead to stands in its place all the same while it is open.
    pub(super) fn at(country: &Country, draft: &FilingDraft, step: &str) -> Self {
        let steps: Vec<&str> = STEPS
            .into_iter()
            .filter(|name| *name == step || leads_to(country, draft, name))
            .collect();
        let here = steps.iter().position(|name| *name == step).unwrap_or(0);
        Self { steps, here }
    }

    /// The number of the step, from 1; a part of one has its number.
    pub(super) fn number(&self) -> usize {
        counted(self.steps.iter().take(self.here + 1))
    }

    /// How many there are: as many on each page of a draft.
    pub(super) fn total(&self) -> usize {
        counted(self.steps.iter())
    }

    /// The step before, if there is one.
    pub(super) fn before(&self) -> Option<&'static str> {
        self.steps.get(self.here.checked_sub(1)?).copied()
    }

    /// The step after; after the last one it is that one.
    pub(super) fn after(&self) -> &'static str {
        self.steps.get(self.here + 1).copied().unwrap_or("check")
    }
}

/// How many of these are steps, and no parts of one.
fn counted<'a>(steps: impl Iterator<Item = &'a &'static str>) -> usize {
    steps.filter(|step| !PARTS.contains(step)).count()
}

/// Whether a draft leads to a step as it is now: to files where there are some (whoever wants to add the first goes there
/// by a button of its own), to a short door where that may be the right one for its subject, to questions where its subject
/// asks some, and to who must answer unless that was shown beside the subject, and left at that.
fn leads_to(country: &Country, draft: &FilingDraft, step: &str) -> bool {
    let content = &draft.content;
    let is_report = content.track.is_confidential();
    match step {
        "files" => !draft.files.is_empty(),
        // Where a report goes depends on nothing: it is asked whom it is about instead.
        "concerned" => is_report,
        "about" | "door" | "details" | "who" if is_report => false,
        "door" => door_of(country, content).is_some(),
        "details" => asks(country, content),
        "who" => !(content.organisation_suggested && content.knows_who(country)),
        _ => true,
    }
}

/// Whether the subject asks questions of its own.
pub(super) fn asks(country: &Country, content: &TypedFiling) -> bool {
    content
        .subject
        .as_ref()
        .and_then(|code| country.subjects.find(code))
        .is_some_and(|subject| !subject.questions.is_empty())
}

/// The door that may be right for a draft by its subject, if it came by none.
pub(super) fn door_of(country: &Country, content: &TypedFiling) -> Option<Track> {
    let subject = content.subject.as_ref()?;
    country
        .door_of(subject)
        .filter(|_| content.track == Track::Ordinary)
}

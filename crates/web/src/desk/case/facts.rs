//! What stands beside a case: facts about its filer, its competence and its handling, as labels and values.

use chikaya_domain::case::{ClosingKey, Fact};
use chikaya_i18n::Argument;
use chikaya_service::{Country, case::desk::DeskPage};

use crate::{
    subject::subject_name,
    visit::Visit,
    words::{DESK_WORDS, Happened, happened},
};

/// Who files, and how they can be reached.
pub(super) struct FilerFacts {
    /// Label, value, and whether the value is written from left to right.
    pub(super) facts: Vec<(String, String, bool)>,
    /// Whether something is hidden until it is asked for.
    pub(super) hides: bool,
}

/// What the officer may know of who files.
pub(super) fn filer(visit: &Visit, desk: &DeskPage) -> FilerFacts {
    let voice = visit.voice;
    let mut facts = vec![(
        voice.say("desk-category").into_owned(),
        voice
            .say(&format!("case-category-{}", desk.page.case.category))
            .into_owned(),
        false,
    )];
    if let Some(card) = &desk.filer {
        let name = if desk.page.case.category.is_body() {
            "label-body-name"
        } else {
            "label-full-name"
        };
        let names = [
            (name, &card.name),
            ("label-representative", &card.representative),
            ("label-quality", &card.quality),
            ("label-on-behalf", &card.on_behalf_of),
        ];
        for (label, name) in names {
            if let Some(name) = name {
                facts.push((voice.say(label).into_owned(), name.clone(), false));
            }
        }
        if let Some((kind, number)) = &card.identity {
            let label = voice.say(&format!("identity-{kind}"));
            facts.push((label.into_owned(), number.clone(), true));
        }
        for contact in &card.contacts {
            let label = match contact.kind.as_str() {
                "email" => "label-email",
                "phone" => "label-phone",
                _ => "label-address",
            };
            facts.push((
                voice.say(label).into_owned(),
                contact.value.clone(),
                contact.kind != "letter",
            ));
            if contact.is_failing {
                let state = voice.say("desk-contact-state").into_owned();
                let why = voice.say("desk-contact-failing").into_owned();
                facts.push((state, why, false));
            }
            if let Some(why) = contact.texts {
                let why = voice.say(&format!("desk-sms-{why}")).into_owned();
                facts.push((voice.say("admin-sms-title").into_owned(), why, false));
            }
        }
    }
    facts.push((
        voice.say("desk-news").into_owned(),
        voice
            .say(&format!("filing-you-by-{}", desk.page.news_by.as_str()))
            .into_owned(),
        false,
    ));
    facts.push((
        voice.say("label-language").into_owned(),
        voice
            .say(&format!("language-{}", desk.page.case.language))
            .into_owned(),
        false,
    ));
    FilerFacts {
        facts,
        hides: desk.filer.as_ref().is_some_and(|card| card.hides),
    }
}

/// What the case is about, where, and why it is with this administration.
pub(super) fn competence(
    country: &Country,
    visit: &Visit,
    desk: &DeskPage,
    organisation: String,
) -> Vec<(String, String)> {
    let voice = visit.voice;
    let case = &desk.page.case;
    let language = visit.language();
    let mut facts = Vec::new();
    // Whoever reports wrongdoing is asked for no subject.
    if case.subject.is_some() || !case.track.is_confidential() {
        let subject = subject_name(country, voice, case.subject.as_ref());
        facts.push((voice.say("label-subject").into_owned(), subject));
    }
    let mut place: Vec<String> = Vec::new();
    if let Some(code) = &case.territory {
        place.extend(
            country
                .territories
                .chain(code)
                .take(2)
                .map(|step| step.names.in_language(language).to_owned()),
        );
    }
    // A commune often bears the name of its province.
    place.dedup();
    // Last, so that the filer's language does not turn the names of the map around.
    place.extend(desk.page.place.iter().cloned());
    facts.push((voice.say("label-place").into_owned(), place.join(" · ")));
    facts.push((voice.say("label-administration").into_owned(), organisation));
    let why = country
        .suggest(case.subject.as_ref(), case.territory.as_ref())
        .into_iter()
        .find(|suggestion| suggestion.organisation == case.organisation);
    if let Some(suggestion) = why {
        facts.push((
            voice.say("desk-competence-why").into_owned(),
            suggestion.reason.in_language(language).to_owned(),
        ));
    } else if let Some(body) = country.competent(case.subject.as_ref(), case.territory.as_ref())
        && body != case.organisation
    {
        let name = country.organisations.name_of(&body, language).to_owned();
        facts.push((voice.say("desk-competence-by-rule").into_owned(), name));
    }
    facts
}

/// Why the case was reopened last, and the answer that was not enough; nothing when it never was, or is answered again.
pub(crate) fn reopened(country: &Country, visit: &Visit, desk: &DeskPage) -> Vec<Happened> {
    if desk.page.case.reopenings == 0 || !desk.page.case.stage.is_open() {
        return Vec::new();
    }
    let mut is_reopening_seen = false;
    let mut is_answer_seen = false;
    happened(country, visit.voice, &desk.page, DESK_WORDS, &desk.names)
        .into_iter()
        .zip(desk.page.timeline.iter().rev())
        .filter(|(_, entry)| match entry.fact {
            Fact::Reopened { .. } => !std::mem::replace(&mut is_reopening_seen, true),
            Fact::Answered { .. } => !std::mem::replace(&mut is_answer_seen, true),
            _ => false,
        })
        .map(|(told, _)| told)
        .collect()
}

/// The answer that stands; nothing while the case is open, or once it was withdrawn.
pub(super) fn answered(country: &Country, visit: &Visit, desk: &DeskPage) -> Option<Happened> {
    let case = &desk.page.case;
    if case.stage.is_open() || case.closed_by == Some(ClosingKey::Withdrawn) {
        return None;
    }
    happened(country, visit.voice, &desk.page, DESK_WORDS, &desk.names)
        .into_iter()
        .zip(desk.page.timeline.iter().rev())
        .find(|(_, entry)| matches!(entry.fact, Fact::Answered { .. }))
        .map(|(told, _)| told)
}

/// How it came, who works on it, and whose opinion is awaited.
pub(super) fn handling(country: &Country, visit: &Visit, desk: &DeskPage) -> Vec<(String, String)> {
    let voice = visit.voice;
    let case = &desk.page.case;
    let mut facts = vec![
        (
            voice.say("label-channel").into_owned(),
            voice
                .say(&format!("case-channel-{}", case.channel))
                .into_owned(),
        ),
        (
            voice.say("label-officer").into_owned(),
            desk.officer_name
                .clone()
                .unwrap_or_else(|| voice.say("desk-officer-none").into_owned()),
        ),
        (
            voice.say("desk-transfer-due").into_owned(),
            voice.day_seen_from(case.transfer_due, desk.page.today),
        ),
    ];
    for entry in &desk.page.timeline {
        if let Fact::OpinionAsked {
            consultation,
            of,
            respond_by,
            ..
        } = &entry.fact
            && case.consultations.contains_key(consultation)
        {
            let body = country.organisations.name_of(of, visit.language());
            let until = voice.say_with("desk-until", &[("date", Argument::Date(*respond_by))]);
            facts.push((
                voice.say("desk-opinion-awaited").into_owned(),
                format!("{body} · {until}"),
            ));
        }
    }
    facts
}

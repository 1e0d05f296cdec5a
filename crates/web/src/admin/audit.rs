//! `/{language}/admin/audit`: who did what to anything that is not a case, newest first.

use askama::Template;
use axum::extract::State as Shared;
use chikaya_domain::{
    id::OrganisationCode,
    reference::{Reference, ReferenceError},
    text::{DayError, day as day_of},
};
use chikaya_service::{
    Country,
    audit::{DEEDS, TrailQuestion},
    staff::Officer,
};
use jiff::{ToSpan as _, civil::Date};

use super::{AdminForm, Choice, SectionLink, sections};
use crate::{
    desk::AtDesk,
    error::{Detour, Problem},
    form::{Faults, Typed},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// A line of the trail.
struct Line {
    when: String,
    who: String,
    what: String,
    object: String,
    organisation: String,
    detail: String,
}

#[derive(Template)]
#[template(path = "admin/audit.html")]
struct AuditPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    faults: Faults,
    email: String,
    case: String,
    from: String,
    day: String,
    deeds: Vec<Choice>,
    lines: Vec<Line>,
    next: Option<String>,
}

/// `GET`: everything, newest first.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    page(&state, &desk.visit, desk.officer, &Typed::default()).await
}

/// `POST`: what fits. What is typed is someone's address, which has no place in that of the page.
pub(crate) async fn post(Shared(state): Shared<State>, form: AdminForm) -> Result<Page, Detour> {
    Ok(page(&state, &form.visit, form.officer, &form.typed).await?)
}

async fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    typed: &Typed,
) -> Result<Page, Problem> {
    let voice = visit.voice;
    let country = state.clerks.country();
    let (question, faults) = asked(&country, visit, typed);
    let action = question.action.clone();
    let is_refused = !faults.is_empty();
    let mut found = state
        .clerks
        .trail(officer.clone(), question)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    // What was not understood narrows nothing: lines beneath it would pass for those that were asked for.
    if is_refused {
        (found.lines, found.next) = (Vec::new(), None);
    }
    let say_deed = |deed: &str| {
        if DEEDS.contains(&deed) {
            let key = format!("admin-deed-{}", deed.replace('.', "-"));
            voice.say(&key).into_owned()
        } else {
            // While a new version takes over from this one, it may write down what this one does not know.
            deed.to_owned()
        }
    };
    let lines = found
        .lines
        .into_iter()
        .map(|line| Line {
            when: voice.date_time(country.calendar.local(line.at)),
            who: line.who.unwrap_or_default(),
            what: say_deed(&line.action),
            object: line.object,
            organisation: line
                .organisation
                .and_then(|code| OrganisationCode::parse(&code).ok())
                .map_or_else(String::new, |code| {
                    country
                        .organisations
                        .name_of(&code, visit.language())
                        .to_owned()
                }),
            detail: line.detail.unwrap_or_default(),
        })
        .collect();
    let mut deeds = vec![Choice {
        value: String::new(),
        name: voice.say("word-all").into_owned(),
        is_on: action.is_empty(),
    }];
    deeds.extend(DEEDS.iter().map(|deed| Choice {
        value: (*deed).to_owned(),
        name: say_deed(deed),
        is_on: *deed == action,
    }));
    let page = Page::of(
        visit,
        &AuditPage {
            sections: sections(visit, &officer, "audit"),
            heading: voice.say("admin-audit-title").into_owned(),
            faults,
            email: typed.text("email").to_owned(),
            case: typed.text("case").to_owned(),
            from: typed.text("from").to_owned(),
            day: typed.text("day").to_owned(),
            deeds,
            lines,
            next: found.next,
            frame: Frame::of(state, visit).with(officer),
        },
    )?;
    Ok(if is_refused { page.refused() } else { page })
}

/// What is asked for, and what of it makes no sense.
fn asked(country: &Country, visit: &Visit, typed: &Typed) -> (TrailQuestion, Faults) {
    let voice = visit.voice;
    let mut faults = Faults::default();
    let mut day = |field: &'static str| match day_of(typed.text(field)) {
        Ok(day) => Some(day),
        Err(DayError::Empty) => None,
        Err(error) => {
            faults.add(field, voice.say(error.key()));
            None
        }
    };
    let (from, until) = (day("from"), day("day"));
    if from.zip(until).is_some_and(|(from, until)| from > until) {
        faults.add("from", voice.say("admin-audit-days-turned"));
    }
    let case = match Reference::parse(typed.text("case")) {
        Ok(case) => Some(case),
        Err(ReferenceError::Empty) => None,
        Err(error) => {
            faults.add("case", voice.say(error.key()));
            None
        }
    };
    let action = DEEDS
        .iter()
        .copied()
        .find(|deed| *deed == typed.text("deed"))
        .unwrap_or_default();
    let question = TrailQuestion {
        email: typed.text("email").to_owned(),
        action: action.to_owned(),
        case,
        since: from.map(|day| country.calendar.beginning_of(day)),
        // The day itself is shown too.
        before: until.map(|day: Date| country.calendar.beginning_of(day.saturating_add(1.day()))),
        after: Some(typed.text("after").to_owned()).filter(|after| !after.is_empty()),
    };
    (question, faults)
}

#[cfg(test)]
mod tests {
    use chikaya_domain::Language;
    use chikaya_i18n::Voice;

    use super::*;

    #[test]
    fn every_deed_has_words_in_every_language() {
        for language in Language::ALL {
            for deed in DEEDS {
                let key = format!("admin-deed-{}", deed.replace('.', "-"));
                assert!(Voice::of(language).knows(&key), "{language}: {key}");
            }
        }
    }
}

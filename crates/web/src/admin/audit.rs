//! `/{language}/admin/audit`: who did what to anything that is not a case, newest first.

use askama::Template;
use axum::extract::State as Shared;
use chikaya_domain::{
    id::OrganisationCode,
    text::{DayError, day as day_of},
};
use chikaya_service::{
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
    let mut faults = Faults::default();
    let day = typed.text("day");
    let until = match day_of(day) {
        Ok(until) => Some(until),
        Err(DayError::Empty) => None,
        Err(error) => {
            faults.add("day", voice.say(error.key()));
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
        // The day itself is shown too.
        before: until.map(|day: Date| country.calendar.beginning_of(day.saturating_add(1.day()))),
        after: Some(typed.text("after").to_owned()).filter(|after| !after.is_empty()),
    };
    let found = state
        .clerks
        .trail(officer.clone(), question)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
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
    let is_refused = !faults.is_empty();
    let page = Page::of(
        visit,
        &AuditPage {
            sections: sections(visit, &officer, "audit"),
            heading: voice.say("admin-audit-title").into_owned(),
            faults,
            email: typed.text("email").to_owned(),
            day: day.to_owned(),
            deeds,
            lines,
            next: found.next,
            frame: Frame::of(state, visit).with(officer),
        },
    )?;
    Ok(if is_refused { page.refused() } else { page })
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

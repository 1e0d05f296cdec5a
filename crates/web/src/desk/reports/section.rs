//! `/{language}/desk/reports/{report}/{section}?in=ar|fr`: a section as people write it in one language.

use askama::Template;
use axum::{
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    Language,
    annual::{LANGUAGES, LONGEST_SECTION, Section, Verb},
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Trouble,
    annual::{AnnualPage, Writing},
    staff::Officer,
};

use super::say::{REPORTS, body, load, moment, title};
use crate::{
    desk::inbox::{QueueLink, beside},
    error::{Kind, Problem},
    form::{Faults, Typed},
    frame::Frame,
    interrupted,
    settings::State,
    visit::Visit,
    words::{Page, limit, too_long},
};

/// The parameter and the field that say in which language it is written.
const IN: &str = "in";

/// The field of the text.
const TEXT: &str = "text";

#[derive(Template)]
#[template(path = "desk/reports/section.html")]
struct SectionPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    notice: Option<String>,
    stopped: Option<String>,
    heading: String,
    report: String,
    back: String,
    action: String,
    language: &'static str,
    direction: &'static str,
    language_name: String,
    /// The version that its writer has before them; 0 of what nobody wrote.
    version: u32,
    typed: String,
    by: Option<String>,
    limit: String,
    is_open: bool,
    other: Other,
}

/// The same section in the other language.
struct Other {
    language: &'static str,
    direction: &'static str,
    name: String,
    body: String,
    address: String,
}

/// What is shown in the editor.
struct Said {
    language: Language,
    /// What was typed; none where what is kept is shown.
    typed: Option<String>,
    faults: Faults,
    notice: Option<String>,
    stopped: Option<String>,
    /// The version that is written over; none for the one that stands.
    version: Option<u32>,
}

impl Said {
    fn of(language: Language) -> Self {
        Self {
            language,
            typed: None,
            faults: Faults::default(),
            notice: None,
            stopped: None,
            version: None,
        }
    }
}

/// Who wrote last, and when.
pub(super) fn by(voice: Voice, name: &str, when: &str) -> String {
    voice.say_with(
        "annual-by",
        &[
            ("name", Argument::Text(name)),
            ("when", Argument::Text(when)),
        ],
    )
}

/// `GET`.
pub(super) async fn get(
    state: &State,
    visit: &Visit,
    officer: Officer,
    headers: &HeaderMap,
    id: &str,
    section: Section,
) -> Result<Page, Problem> {
    let page = load(state, visit, &officer, id).await?;
    must_be_a_writer(visit, &page, section)?;
    let kept = interrupted::typed(state, visit, headers, Some(officer.id)).await?;
    let asked = visit.parameter(IN).unwrap_or_default();
    // What waited is shown where it was written.
    let asked = kept.as_ref().map_or(asked.as_str(), |kept| kept.text(IN));
    let mut said = Said::of(language(asked, visit));
    if let Some(kept) = kept {
        said.version = kept.text("version").parse().ok();
        said.typed = Some(kept.text(TEXT).to_owned());
        said.notice = Some(visit.voice.say("kept-notice").into_owned());
    }
    view(state, visit, officer, &page, section, said).await
}

/// `POST`.
pub(super) async fn post(
    state: &State,
    visit: &Visit,
    officer: Officer,
    id: &str,
    section: Section,
    typed: Typed,
) -> Result<Response, Problem> {
    let page = load(state, visit, &officer, id).await?;
    must_be_a_writer(visit, &page, section)?;
    let text = typed.text(TEXT).to_owned();
    let version = typed.text("version").parse().unwrap_or(0);
    let mut said = Said {
        typed: Some(text.clone()),
        version: Some(version),
        ..Said::of(language(typed.text(IN), visit))
    };
    let over = text.chars().count().saturating_sub(LONGEST_SECTION);
    if over > 0 {
        let sentence = too_long(visit.voice, over, LONGEST_SECTION);
        said.faults.add(TEXT, sentence);
        let page = view(state, visit, officer, &page, section, said).await?;
        return Ok(page.refused().into_response());
    }
    let written = state
        .clerks
        .write_annual(
            officer.clone(),
            page.id,
            (section, said.language),
            text,
            version,
        )
        .await;
    match written {
        Ok(Writing::Kept(_)) => {
            let place = visit.path(&format!("{REPORTS}/{id}?done=yes#{section}"));
            return Ok(Redirect::to(&place).into_response());
        }
        Ok(Writing::Meanwhile(other)) => {
            let when = moment(state, visit.voice, other.at);
            said.faults = Faults::beside(vec![by(visit.voice, &other.name, &when), other.body]);
            // Whoever has read what stands there may write over it.
            said.version = Some(other.version);
        }
        Err(Trouble::Stale) => {
            said.stopped = Some(visit.voice.say("annual-not-written").into_owned());
        }
        Err(trouble) => return Err(Problem::from_trouble(visit, &trouble)),
    }
    let page = load(state, visit, &officer, id).await?;
    let page = view(state, visit, officer, &page, section, said).await?;
    Ok(page.stale().into_response())
}

/// The language in which a section is written: the one that is asked for, that of the page, or the first.
fn language(asked: &str, visit: &Visit) -> Language {
    let known = |language: &Language| LANGUAGES.contains(language);
    Language::from_code(asked)
        .filter(known)
        .or_else(|| Some(visit.language()).filter(known))
        .unwrap_or(LANGUAGES[0])
}

/// Refuses whoever never writes such a report, and sections that it does not have.
fn must_be_a_writer(visit: &Visit, page: &AnnualPage, section: Section) -> Result<(), Problem> {
    if !Section::of(page.kind()).any(|own| own == section) {
        return Err(Problem::at(visit, Kind::NotFound));
    }
    if page.writes {
        Ok(())
    } else {
        Err(Problem::at(visit, Kind::Forbidden))
    }
}

async fn view(
    state: &State,
    visit: &Visit,
    officer: Officer,
    page: &AnnualPage,
    section: Section,
    said: Said,
) -> Result<Page, Problem> {
    let voice = visit.voice;
    let Said {
        language,
        typed,
        faults,
        notice,
        mut stopped,
        version,
    } = said;
    let is_open = page.verbs.contains(&Verb::Write);
    if !is_open && stopped.is_none() {
        stopped = Some(voice.say("annual-not-written").into_owned());
    }
    let place = format!("{REPORTS}/{}", page.id);
    let text = page.text(section, language);
    let other = LANGUAGES
        .into_iter()
        .find(|other| *other != language)
        .unwrap_or(language);
    let view = SectionPage {
        organisation: body(state, voice, &officer.organisation),
        question: String::new(),
        queues: beside(state, visit, &officer).await?,
        faults,
        notice,
        stopped,
        heading: voice.say(&format!("annual-section-{section}")).into_owned(),
        report: format!(
            "{} · {}",
            title(voice, page.kind(), page.year),
            body(state, voice, &page.organisation)
        ),
        back: visit.path(&format!("{place}#{section}")),
        action: visit.path(&format!("{place}/{section}?{IN}={}", language.code())),
        language: language.code(),
        direction: Voice::of(language).direction(),
        language_name: voice.say(&format!("language-{language}")).into_owned(),
        version: version.unwrap_or_else(|| text.map_or(0, |text| text.version)),
        typed: typed.unwrap_or_else(|| text.map_or_else(String::new, |text| text.body.clone())),
        by: text.map(|text| by(voice, &text.name, &moment(state, voice, text.at))),
        limit: limit(voice, LONGEST_SECTION),
        is_open,
        other: Other {
            language: other.code(),
            direction: Voice::of(other).direction(),
            name: voice.say(&format!("language-{other}")).into_owned(),
            body: page
                .text(section, other)
                .map_or_else(String::new, |text| text.body.clone()),
            address: visit.path(&format!("{place}/{section}?{IN}={}", other.code())),
        },
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &view)
}

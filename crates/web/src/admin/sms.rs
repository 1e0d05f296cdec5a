//! `/{language}/admin/sms`: the gateway, what left and came today and what it costs, and a field to try a text in.

use askama::Template;
use axum::{
    extract::State as Shared,
    response::{IntoResponse as _, Response},
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    sms::{SmsPage, Tried},
    staff::Officer,
};

use super::{AdminForm, SectionLink, sections};
use crate::{
    desk::AtDesk,
    error::{Detour, Problem},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// Longest text that is tried, in characters: what nobody would pay for as one message.
const TEXT_LIMIT: usize = 2_000;

/// What a text would cost, as the page shows it.
struct Cost {
    rows: Vec<(String, String)>,
    beyond: Option<String>,
}

#[derive(Template)]
#[template(path = "admin/sms.html")]
struct SmsView {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    /// How the gateway is, and whether that is a reason to look.
    state: String,
    why: Option<String>,
    is_well: bool,
    terms: Vec<(String, String)>,
    counts: Vec<(String, String)>,
    text: String,
    tried: Option<Cost>,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    page(&state, &visit, officer, String::new(), None).await
}

/// `POST`: tries a text. Nothing is sent.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    let text = chikaya_domain::text::beginning(typed.text("text"), TEXT_LIMIT).to_owned();
    let tried = Tried::of(&text.replace("\r\n", "\n"));
    let page = page(&state, &visit, officer, text, Some(tried)).await?;
    Ok(page.into_response())
}

async fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    text: String,
    tried: Option<Tried>,
) -> Result<Page, Problem> {
    let found = state
        .clerks
        .sms_page(officer.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let voice = visit.voice;
    let country = state.clerks.country();
    let stoppage = found.stoppage.as_ref().filter(|_| found.terms.is_some());
    let sentence = match (&found.terms, stoppage) {
        (None, _) => voice.say("admin-sms-none").into_owned(),
        (Some(_), None) => voice.say("admin-sms-open").into_owned(),
        (Some(_), Some(stoppage)) => {
            let moment = voice.date_time(country.calendar.local(stoppage.since));
            voice.say_with("admin-sms-stopped", &[("moment", Argument::Text(&moment))])
        }
    };
    let page = SmsView {
        sections: sections(visit, &officer, "sms"),
        heading: voice.say("admin-sms-title").into_owned(),
        state: sentence,
        why: stoppage.map(|stoppage| stoppage.why.clone()),
        is_well: found.terms.is_some() && stoppage.is_none(),
        terms: terms(voice, &found),
        counts: counts(voice, &found),
        text,
        tried: tried.map(|tried| result(voice, &tried)),
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &page)
}

fn terms(voice: Voice, page: &SmsPage) -> Vec<(String, String)> {
    let Some(terms) = page.terms else {
        return Vec::new();
    };
    let quiet = terms.quiet.map_or_else(
        || voice.say("word-none").into_owned(),
        |quiet| quiet.to_string(),
    );
    vec![
        (voice.say("admin-sms-quiet").into_owned(), quiet),
        (
            voice.say("admin-sms-a-day").into_owned(),
            voice.number(terms.a_day),
        ),
    ]
}

fn counts(voice: Voice, page: &SmsPage) -> Vec<(String, String)> {
    let waiting = i64::try_from(page.waiting).unwrap_or(i64::MAX);
    let mut counts: Vec<(String, String)> = [
        ("admin-sms-waiting", waiting),
        ("admin-sms-sent", page.sent.messages),
        ("admin-sms-parts", page.sent.parts),
        ("admin-sms-delivered", page.sent.delivered),
        ("admin-sms-failed", page.sent.failed),
        ("admin-sms-came", page.came.messages),
        ("admin-sms-filings", page.came.filings),
        ("admin-sms-floods", page.came.floods),
    ]
    .into_iter()
    .map(|(key, count)| (voice.say(key).into_owned(), voice.number(count)))
    .collect();
    if let Some(cost) = page.cost() {
        let amount = format!("{}.{:03}", cost / 1_000, cost % 1_000);
        counts.push((voice.say("admin-sms-cost").into_owned(), amount));
    }
    counts
}

fn result(voice: Voice, tried: &Tried) -> Cost {
    let segments = tried.segments;
    let alphabet = format!("admin-sms-alphabet-{}", segments.alphabet);
    let letters: Vec<String> = tried.beyond.iter().map(ToString::to_string).collect();
    Cost {
        rows: vec![
            (
                voice.say("admin-sms-alphabet").into_owned(),
                voice.say(&alphabet).into_owned(),
            ),
            (
                voice.say("admin-sms-parts-of-text").into_owned(),
                voice.number(i64::from(segments.parts)),
            ),
            (
                voice.say("admin-sms-units").into_owned(),
                voice.number(i64::from(segments.units)),
            ),
        ],
        beyond: (!letters.is_empty()).then(|| letters.join(" ")),
    }
}

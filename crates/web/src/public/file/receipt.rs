//! `/{language}/file/{draft}/receipt`: reference, access code, the day the answer is due, and what happens next.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{case::Track, reference::Keypad};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    case::file::{FilingBody, Receipt},
    draft::{
        DraftState,
        filing::{Holder, TypedFiling},
    },
    token::{CasePass, Token},
};
use jiff::civil::Date;
use qrcode::{QrCode, render::svg};

use super::{browser, step_path};
use crate::{
    error::{Detour, Kind, Problem},
    frame::Frame,
    headers::set_cookie,
    public::track::passes,
    settings::State,
    visit::Visit,
    words::{Page, Ruler, derivation, kind_word, news, received_word},
};

#[derive(Template)]
#[template(path = "public/file/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    heading: String,
    /// Whether it came by the door of danger.
    is_urgent: bool,
    received: String,
    reference: String,
    code: String,
    /// The reference for the keys of a telephone.
    keypad: String,
    /// What the line that names it is: the filer's own words, unless it is a report.
    title_label: String,
    title: String,
    /// What is said before who has it.
    has_it: String,
    organisation: String,
    channel: String,
    due_sentence: String,
    received_day: String,
    ruler: Ruler,
    why: String,
    steps: Vec<(String, String)>,
    follow: String,
    paper: Option<String>,
    qr: String,
    seal: Option<String>,
    /// Of a company, an association or a cooperative: label and value.
    filer: Vec<(String, String)>,
    /// Names of the files that came with it.
    files: Vec<String>,
}

/// `GET`. The browser that filed sees it, and has the case open from here on without the code; any other one is led to
/// the door, as it is for every case: whoever only has the address of a draft is not its filer.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let token = Token::parse(&word).ok_or_else(|| Problem::at(&visit, Kind::NotFound))?;
    let receipt = held(&state, &visit, &headers, &token).await?;
    let pass = CasePass::issue(receipt.case, state.clerks.now());
    let (name, value) = passes::keep(&state, &headers, pass);
    let paper = step_path(&visit, &token, "receipt.pdf");
    let mut response = page(&state, &visit, &receipt, paper)?.into_response();
    set_cookie(&mut response, &state, name, &value, None);
    Ok(response)
}

/// The receipt of a draft, as far as this browser may have it.
pub(super) async fn held(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    token: &Token,
) -> Result<Receipt, Detour> {
    let passes = passes::held(state, headers);
    let holder = Holder {
        browser: browser(state, visit),
        cases: passes.into_iter().map(|pass| pass.case).collect(),
    };
    let trouble = |trouble| Problem::from_trouble(visit, &trouble);
    let held = state.clerks.receipt_of_draft(token.clone(), holder).await;
    if let Some(receipt) = held.map_err(trouble)? {
        return Ok(receipt);
    }
    let place = match state
        .clerks
        .draft::<TypedFiling>(token.clone())
        .await
        .map_err(trouble)?
    {
        DraftState::Open(_) => step_path(visit, token, "check"),
        DraftState::Filed => visit.path("/track?sent=yes"),
    };
    Err(Detour::Elsewhere(place))
}

fn page(state: &State, visit: &Visit, receipt: &Receipt, paper: String) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let voice = visit.voice;
    let filed = country.calendar.local(receipt.filed_at);
    let organisation = country
        .organisations
        .name_of(&receipt.organisation, visit.language());
    let follow = visit.path(&format!("/track/{}", receipt.reference));
    let address = format!("{}{follow}", state.settings.public_url);
    let due = &receipt.answer_due;
    Page::of(
        visit,
        &ReceiptPage {
            frame: Frame::of(state, visit),
            heading: received_word(voice, receipt.kind, receipt.track),
            is_urgent: receipt.track == Track::Danger,
            received: voice.say_with(
                "receipt-received",
                &[("moment", Argument::Text(&voice.date_time(filed)))],
            ),
            reference: receipt.reference.to_string(),
            code: receipt.access_code.to_string(),
            keypad: Keypad::of(&receipt.reference).to_string(),
            title_label: voice
                .say(if receipt.track.is_confidential() {
                    "label-subject"
                } else {
                    "track-words-title"
                })
                .into_owned(),
            title: title(voice, receipt),
            has_it: voice
                .say(if receipt.track.is_confidential() {
                    "receipt-report-readers-title"
                } else {
                    "receipt-must-answer"
                })
                .into_owned(),
            organisation: organisation.to_owned(),
            channel: voice
                .say(&format!("case-channel-{}", receipt.channel))
                .into_owned(),
            due_sentence: due_sentence(visit, receipt, organisation),
            received_day: voice.weekday_day_month(filed.date()),
            ruler: Ruler::begun(voice, filed.date(), due.date, receipt.transfer_due.date),
            why: derivation(voice, due, false),
            steps: steps(visit, receipt),
            paper: state.press.as_ref().map(|_| paper),
            follow,
            qr: qr(&address).map_err(|error| Problem::fault(visit, error))?,
            seal: state.seal(visit.voice, &receipt.reference),
            files: receipt.files.clone(),
            filer: receipt
                .body
                .as_ref()
                .map_or_else(Vec::new, |body| body_facts(voice, body)),
        },
    )
}

/// What a company, an association or a cooperative said of itself: label and value.
pub(super) fn body_facts(voice: Voice, body: &FilingBody) -> Vec<(String, String)> {
    let mut facts = vec![("label-body-name".to_owned(), body.name.clone())];
    if let Some(name) = &body.representative {
        facts.push(("label-representative".to_owned(), name.clone()));
    }
    if let Some(quality) = &body.quality {
        facts.push(("label-quality".to_owned(), quality.clone()));
    }
    if let Some((kind, number)) = &body.number {
        facts.push((format!("identity-{kind}"), number.clone()));
    }
    facts
        .into_iter()
        .map(|(label, value)| (voice.say(&label).into_owned(), value))
        .collect()
}

/// The line that names the case; of a report of wrongdoing its kind alone: a receipt is seen by others.
pub(super) fn title(voice: Voice, receipt: &Receipt) -> String {
    if receipt.track.is_confidential() {
        return kind_word(voice, receipt.kind, receipt.track);
    }
    receipt.title.clone()
}

/// Until when whoever has the case has time, and what whoever filed may expect of it.
pub(crate) fn due_sentence(visit: &Visit, receipt: &Receipt, organisation: &str) -> String {
    let key = if receipt.is_anonymous {
        "receipt-anonymous-due"
    } else {
        "due-by-organisation"
    };
    visit.voice.say_with(
        key,
        &[
            ("organisation", Argument::Text(organisation)),
            ("date", Argument::Date(receipt.answer_due.date)),
        ],
    )
}

/// What happens next. Nobody can tell an anonymous filer of it, and nothing is promised to them.
pub(crate) fn steps(visit: &Visit, receipt: &Receipt) -> Vec<(String, String)> {
    let voice = visit.voice;
    let family = if receipt.is_anonymous {
        "receipt-anonymous"
    } else {
        "receipt-next"
    };
    let step = |family: &str, step: &str, date: Option<Date>| {
        let text = format!("{family}-{step}-text");
        let text = match date {
            Some(date) => {
                let date = voice.weekday_day_month(date);
                voice.say_with(&text, &[("date", Argument::Text(&date))])
            }
            None => voice.say(&text).into_owned(),
        };
        let title = voice.say(&format!("{family}-{step}-title"));
        (title.into_owned(), text)
    };
    let answered_by = (!receipt.is_anonymous).then_some(receipt.answer_due.date);
    let mut steps = Vec::new();
    if receipt.track.is_confidential() {
        steps.push(step("receipt-report", "readers", None));
        steps.push(step(
            "receipt-report",
            "examined",
            Some(receipt.transfer_due.date),
        ));
    } else {
        steps.push(step(family, "examined", Some(receipt.transfer_due.date)));
    }
    steps.extend([
        step(family, "question", None),
        step(family, "answer", answered_by),
        step("receipt-next", "judge", None),
    ]);
    // The steps of the anonymous say already that they come and look.
    if !receipt.is_anonymous {
        let title = voice.say("receipt-next-news-title").into_owned();
        steps.push((title, news(voice, receipt.news_by)));
    }
    steps
}

/// The address as a QR code: an SVG of our own making, with attributes only, as the policy wants.
fn qr(address: &str) -> Result<String, qrcode::types::QrError> {
    let drawing = QrCode::new(address)?
        .render::<svg::Color<'_>>()
        .min_dimensions(132, 132)
        .quiet_zone(true)
        .build();
    // The drawing begins with an XML declaration, which has no place inside a page.
    Ok(drawing
        .split_once("?>")
        .map_or(drawing.clone(), |(_, svg)| svg.to_owned()))
}

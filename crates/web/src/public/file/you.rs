//! `/{language}/file/{draft}/you`: who files, and where the answer should go.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    person::{Category, IdentityKind, NameError},
    text::line,
};
use chikaya_service::{
    draft::{
        Written as _,
        filing::{Fault, FilingDraft, Step, TypedFiling},
    },
    token::Token,
};

use super::{
    Other, Progress, Sent, Taken, browser_word, faults::tell, onward, open, sent, step_path, take,
    unnamed, verify,
};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected, Typed},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "public/file/you.html")]
struct YouPage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    content: TypedFiling,
    category: &'static str,
    categories: [Category; 4],
    identity_kinds: [IdentityKind; 3],
    preferred: String,
    /// What was typed of the person in another browser, masked, each with its label.
    elsewhere: Vec<(String, String)>,
    /// Whether short messages are sent.
    texts: bool,
}

/// The fields that say who the filer is, in the order of [`TypedFiling::personal`], with their labels.
const PERSONAL: [(&str, &str); 8] = [
    ("name", "label-full-name"),
    ("representative", "label-representative"),
    ("quality", "label-quality"),
    ("identity-number", "filing-you-identity-number"),
    ("on-behalf-of", "label-on-behalf"),
    ("email", "label-email"),
    ("phone", "label-phone"),
    ("address", "label-address"),
];

/// The label of a field as a company, an association or a cooperative reads it, where it is another one.
fn of_body(label: &str) -> Option<&'static str> {
    match label {
        "label-full-name" => Some("label-body-name"),
        "filing-you-identity-number" => Some("filing-you-body-number"),
        _ => None,
    }
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    let step = (&token, &draft, Step::You);
    if let Some(page) = sent::shown_again(&state, &visit, &headers, step, answer).await? {
        return Ok(page);
    }
    if unnamed::is_asked_for_nothing(&visit, &draft) {
        return Ok(unnamed::page(&state, &visit, &token, &draft)?.into_response());
    }
    Ok(page(
        &state,
        &visit,
        &token,
        &draft,
        Faults::default(),
        None,
        None,
    )?
    .into_response())
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, mut draft) = open(&state, &visit, &word).await?;
    let sent = Sent::now(typed);
    let answer = answer(&state, &visit, &token, &mut draft, &sent).await?;
    Ok(sent.answered(&visit, &draft.content.mark(Step::You), answer))
}

/// What the step answers to what was sent: its page, or where it leads.
async fn answer(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &mut FilingDraft,
    sent: &Sent,
) -> Result<Response, Detour> {
    let typed = &sent.typed;
    let change = taken(typed, browser_word(state, visit));
    let step = Step::You;
    match take(state, visit, token, draft, sent, step, change).await? {
        Taken::Beside(other) => {
            let (faults, other) = (Faults::default(), Some(other));
            let page = page(state, visit, token, draft, faults, other, Some(typed))?;
            return Ok(page.stale().into_response());
        }
        Taken::Aside(elsewhere) => return Ok(elsewhere),
        Taken::Kept => {}
    }
    let found = draft.content.faults_of(Step::You, &state.clerks.country());
    let mut faults = Faults::default();
    if draft.content.is_body() && found.contains(&Fault::Name(NameError::Empty)) {
        faults.add("name", visit.voice.say("error-name-of-body-empty"));
    }
    tell(&mut faults, &found, visit.voice);
    // What is none of the categories is not kept.
    if typed.has("category") && Category::from_word(typed.text("category")).is_none() {
        faults.add("category", visit.voice.say("error-choose-one"));
    }
    if !faults.is_empty() {
        return Ok(page(state, visit, token, draft, faults, None, Some(typed))?
            .refused()
            .into_response());
    }
    match verify::unproven(state, &draft.content).filter(|_| sent.is_now()) {
        Some(contact) => {
            // Within the limits on codes; the page says whether one waits.
            verify::send(state, visit, contact).await?;
            Ok(Redirect::to(&step_path(visit, token, "verify")).into_response())
        }
        None => Ok(onward(state, visit, token, draft, "you")),
    }
}

/// What the step brings to the draft. Of what was typed of the person in another browser, a field left empty takes
/// nothing away: it was shown empty.
fn taken(typed: &Typed, browser: String) -> impl Fn(&mut TypedFiling) + Clone + Send + 'static {
    let typed = typed.clone();
    move |content| {
        content.category = Category::from_word(typed.text("category"));
        content.is_anonymous = typed.text("category") == Category::Anonymous.as_str();
        content.preferred = line(typed.text("preferred"));
        let is_shown = content.is_shown_to(&browser);
        let keeps_number = !is_shown
            && !content.identity_number.is_empty()
            && typed.text("identity-number").is_empty();
        if !keeps_number {
            content.identity_kind = line(typed.text("identity-kind"));
        }
        let mut keeps = false;
        for (field, (name, _)) in content.personal().into_iter().zip(PERSONAL) {
            let new = if name == "address" {
                typed.text(name).to_owned()
            } else {
                line(typed.text(name))
            };
            if is_shown || !new.is_empty() {
                *field = new;
            } else {
                keeps |= !field.is_empty();
            }
        }
        // The e-mail stands chosen on the page: whoever gives one other contact alone means that.
        let others = (!content.phone.is_empty(), !content.address.is_empty());
        if content.preferred == "email" && content.email.is_empty() {
            match others {
                (true, false) => "phone".clone_into(&mut content.preferred),
                (false, true) => "letter".clone_into(&mut content.preferred),
                // Whoever reports and leaves a name alone is not asked for more.
                (false, false) if content.may_be_unnamed() && !content.name.is_empty() => {
                    "nothing".clone_into(&mut content.preferred);
                }
                _ => {}
            }
        }
        if !keeps {
            content.typed_by = Some(browser.clone());
        }
    }
}

fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    faults: Faults,
    other: Option<Other>,
    typed: Option<&Typed>,
) -> Result<Page, Problem> {
    let mut content = draft.content.clone();
    let mut elsewhere = Vec::new();
    if !content.is_shown_to(&browser_word(state, visit)) {
        let mut masked = content.masked();
        for (shown, (_, label)) in masked.personal().into_iter().zip(PERSONAL) {
            if !shown.is_empty() {
                let label = of_body(label)
                    .filter(|_| content.is_body())
                    .unwrap_or(label);
                elsewhere.push((visit.voice.say(label).into_owned(), std::mem::take(shown)));
            }
        }
        // What was typed on this page just now is shown on it.
        for (field, (name, _)) in content.personal().into_iter().zip(PERSONAL) {
            *field = typed.map_or_else(String::new, |typed| typed.text(name).to_owned());
        }
    }
    Page::of(
        visit,
        &YouPage {
            frame: Frame::of(state, visit).keeping(None),
            progress: Progress::at(&state.clerks.country(), visit, token, draft, "you")
                .beside(other),
            heading: visit.voice.say("filing-you-title").into_owned(),
            faults,
            // Whoever asks to leave a name with a report is shown where.
            category: content
                .category
                .filter(|_| visit.parameter("named").is_none() || typed.is_some())
                .unwrap_or(Category::Person)
                .as_str(),
            categories: [
                Category::Person,
                Category::Company,
                Category::Association,
                Category::Cooperative,
            ],
            identity_kinds: [
                IdentityKind::Cin,
                IdentityKind::ResidenceTitle,
                IdentityKind::Passport,
            ],
            preferred: if content.preferred.is_empty() {
                "email".to_owned()
            } else {
                content.preferred.clone()
            },
            elsewhere,
            texts: state.clerks.sms().is_some(),
            content,
        },
    )
}

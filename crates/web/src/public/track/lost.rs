//! `/{language}/track/lost`: the list of one's cases, sent to an address that was proven before, or a call to a telephone
//! number. The page says the same whether there are any.

use askama::Template;
use axum::{
    extract::State as Shared,
    response::{IntoResponse as _, Response},
};
use chikaya_domain::person::{Contact, Email, Phone};

use crate::{
    error::Problem,
    form::{Faults, Protected},
    frame::Frame,
    public::file::phone_sentence,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "public/track/lost.html")]
struct LostPage {
    frame: Frame,
    faults: Faults,
    /// What was typed: an e-mail address or a telephone number.
    email: String,
    done: Option<Done>,
}

/// What happens now, if there are cases.
enum Done {
    /// Their list is sent.
    Sent,
    /// Someone calls.
    Called,
    /// The list is sent to a number that was proven, else someone calls.
    Texted,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, visit: Visit) -> Result<Page, Problem> {
    page(&state, &visit, String::new(), Faults::default(), None)
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    let text = typed.text("email").to_owned();
    let trouble = |trouble| Problem::from_trouble(&visit, &trouble);
    let done = match read(&state, &visit, &text) {
        Ok(Contact::Phone(number)) => {
            let is_texted = state.clerks.texts(&number);
            let reported = state
                .clerks
                .report_lost_receipt(number, visit.language())
                .await;
            reported.map_err(trouble)?;
            if is_texted {
                Done::Texted
            } else {
                Done::Called
            }
        }
        Ok(contact) => {
            let sent = state.clerks.send_lost_receipt(contact, visit.language());
            sent.await.map_err(trouble)?;
            Done::Sent
        }
        Err(faults) => {
            let page = page(&state, &visit, text, faults, None)?;
            return Ok(page.refused().into_response());
        }
    };
    Ok(page(&state, &visit, text, Faults::default(), Some(done))?.into_response())
}

/// The address or number that was typed: what has an @ is meant as an address. What is neither is told so; digits alone
/// are a number, and are told what is wrong with it.
fn read(state: &State, visit: &Visit, text: &str) -> Result<Contact, Faults> {
    let wrong = |sentence: String| {
        let mut faults = Faults::default();
        faults.add("email", sentence);
        faults
    };
    if text.is_empty() {
        return Err(wrong(visit.voice.say("error-lost-empty").into_owned()));
    }
    if !text.contains(['@', '＠']) {
        return Phone::parse(text, state.clerks.country().numbering)
            .map(Contact::Phone)
            .map_err(|error| {
                wrong(if text.contains(char::is_alphabetic) {
                    visit.voice.say("error-lost-form").into_owned()
                } else {
                    phone_sentence(error, visit.voice)
                })
            });
    }
    Email::parse(text)
        .map(Contact::Email)
        .map_err(|error| wrong(visit.voice.say(error.key()).into_owned()))
}

fn page(
    state: &State,
    visit: &Visit,
    email: String,
    faults: Faults,
    done: Option<Done>,
) -> Result<Page, Problem> {
    Page::of(
        visit,
        &LostPage {
            frame: Frame::of(state, visit),
            faults,
            email,
            done,
        },
    )
}

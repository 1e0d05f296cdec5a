//! `POST /{language}/calls/{call}/{act}`: what an agent does with a call. One form carries everything that stands on the desk,
//! with a button for each act, so that whatever is done, the notes are kept.

use axum::{
    extract::{Path, State as Shared},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    access::Action,
    call::{Consent, Disposition},
    id::{CallId, CaseId},
    person::{Contact, Email, Phone},
    reference::{AccessCode, Reference},
    text::free,
};
use chikaya_service::{
    Trouble,
    call::HandAct,
    case::follow::{FilerAct, MESSAGE_LIMIT},
    message::contact::{ContactCode, Sending},
    staff::Officer,
};

use super::{desk, say::must_be_allowed, typed::TypedCall};
use crate::{
    desk::officer,
    error::{Detour, Kind, Problem},
    form::{Faults, Protected, Typed},
    public::{file::phone_sentence, proof},
    settings::State,
    visit::Visit,
    words::{too_long, wait},
};

/// Where an act leads.
enum Led {
    /// To the desk.
    Home,
    /// To the desk, with what is sought.
    Orient(String),
    /// Nowhere: nobody looks at the answer.
    Nowhere,
    /// Back to the desk, with what was typed.
    Sent,
    /// Back to the desk, with what is wrong.
    Wrong(Faults),
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, call, act)): Path<(String, String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let call: CallId = call
        .parse()
        .map_err(|_| Problem::at(&visit, Kind::NotFound))?;
    let words = TypedCall {
        call: Some(call),
        ..TypedCall::of(&typed)
    };
    // Whatever is done, what was noted is kept first.
    if act != "take" && typed.group("notes").contains_key("") {
        let kept = state
            .clerks
            .note_call(officer.clone(), call, typed.text("notes").to_owned())
            .await;
        if let Err(trouble) = kept {
            let is_over = matches!(trouble, Trouble::NotAcceptable("error-call-stage"));
            // Whoever presses twice has ended it, and reads so.
            if is_over && act == "finish" && were_kept(&state, &officer, call, &words).await {
                return Ok(Redirect::to(&visit.path("/calls")).into_response());
            }
            let field = if is_over { "stray" } else { "notes" };
            let faults = fault(&visit, field, &trouble)?;
            let page = desk::page(&state, &visit, officer, faults, words).await?;
            return Ok(page.into_response());
        }
    }
    let led = done(&state, &visit, &officer, call, &act, &typed, &words).await?;
    Ok(match led {
        Led::Home => Redirect::to(&visit.path("/calls")).into_response(),
        Led::Orient(sought) => {
            let sought: String = url::form_urlencoded::byte_serialize(sought.as_bytes()).collect();
            Redirect::to(&visit.path(&format!("/calls?orient={sought}#orient"))).into_response()
        }
        Led::Nowhere => StatusCode::NO_CONTENT.into_response(),
        Led::Sent => desk::page(&state, &visit, officer, Faults::default(), words)
            .await?
            .into_response(),
        Led::Wrong(faults) => {
            let words = TypedCall {
                wrong_reply: replied(&typed)
                    .map(|(case, ..)| case)
                    .filter(|_| act == "reply"),
                ..words
            };
            desk::page(&state, &visit, officer, faults, words)
                .await?
                .into_response()
        }
    })
}

/// Whether the notes of a call that is over are those that were sent.
async fn were_kept(state: &State, officer: &Officer, call: CallId, words: &TypedCall) -> bool {
    let sheet = state.clerks.call_sheet(officer.clone(), call).await;
    sheet.is_ok_and(|sheet| words.notes.as_deref().map(free) == Some(sheet.notes))
}

async fn done(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    call: CallId,
    act: &str,
    typed: &Typed,
    words: &TypedCall,
) -> Result<Led, Problem> {
    let clerks = &state.clerks;
    let who = officer.clone();
    match act {
        "take" => led(visit, "queue", clerks.take_call(who, call).await),
        "note" => Ok(if typed.has("quiet") {
            Led::Nowhere
        } else {
            Led::Home
        }),
        "orient" => Ok(Led::Orient(words.orient.clone())),
        // Whoever presses Enter in the field of what is sought means that.
        "open"
            if words.reference.is_empty() && words.code.is_empty() && !words.orient.is_empty() =>
        {
            Ok(Led::Orient(words.orient.clone()))
        }
        "open" => open(state, visit, who, call, words).await,
        "send-code" => send_code(state, visit, who, call, words).await,
        "open-all" => open_all(state, visit, who, call, words).await,
        "reply" => reply(state, visit, who, call, typed).await,
        "call-back" => {
            let mut faults = Faults::default();
            let country = clerks.country();
            let Some(promise) = words.promise(&country, visit, &mut faults) else {
                return Ok(Led::Wrong(faults));
            };
            let promised = clerks.promise_call_back(who, call, promise).await;
            led(visit, "day", promised.map(drop))
        }
        "consent" => match Consent::from_word(typed.text("consent")) {
            Some(consent) => {
                let done = clerks.do_with_call(who, call, HandAct::Consent(consent));
                led(visit, "consent", done.await)
            }
            None => Err(Problem::at(visit, Kind::NotUnderstood)),
        },
        "hang-up" => {
            let done = clerks.do_with_call(who, call, HandAct::HangUp);
            led(visit, "disposition", done.await)
        }
        "hand-over" => {
            let done = clerks.do_with_call(who, call, HandAct::HandOver);
            led(visit, "disposition", done.await)
        }
        "finish" => match Disposition::from_word(&words.disposition) {
            Some(led_to) => {
                let done = clerks.do_with_call(who, call, HandAct::Finish(led_to));
                led(visit, "disposition", done.await)
            }
            None => Ok(Led::Wrong(wrong(
                visit,
                "disposition",
                "error-call-disposition",
            ))),
        },
        _ => Err(Problem::at(visit, Kind::NotFound)),
    }
}

/// Opens a case by what the caller says.
async fn open(
    state: &State,
    visit: &Visit,
    officer: Officer,
    call: CallId,
    words: &TypedCall,
) -> Result<Led, Problem> {
    let mut faults = Faults::default();
    let reference = Reference::parse(&words.reference)
        .map_err(|error| faults.add("reference", visit.voice.say(error.key())));
    let code = AccessCode::parse(&words.code)
        .map_err(|error| faults.add("code", visit.voice.say(error.key())));
    let (Ok(reference), Ok(code)) = (reference, code) else {
        return Ok(Led::Wrong(faults));
    };
    let opened = state
        .clerks
        .open_case_in_call(officer, call, reference, code)
        .await;
    match opened {
        Ok(_) => Ok(Led::Home),
        Err(Trouble::NotFound) => Ok(Led::Wrong(wrong(visit, "code", "error-call-proof"))),
        Err(Trouble::Wait { seconds }) => {
            let mut faults = Faults::default();
            faults.add("code", wait(visit.voice, seconds));
            Ok(Led::Wrong(faults))
        }
        Err(trouble) => Ok(Led::Wrong(fault(visit, "reference", &trouble)?)),
    }
}

/// The number or address that the caller says a code can go to.
fn contact(state: &State, visit: &Visit, words: &TypedCall) -> Result<Contact, Faults> {
    let mut faults = Faults::default();
    let text = words.contact.as_str();
    if text.contains('@') {
        return Email::parse(text).map(Contact::Email).map_err(|error| {
            faults.add("contact", visit.voice.say(error.key()));
            faults
        });
    }
    match Phone::parse(text, state.clerks.country().numbering) {
        Ok(phone) if state.clerks.texts(&phone) => Ok(Contact::Phone(phone)),
        Ok(phone) => {
            // A portal without a gateway sends none to any number.
            let key = if state.clerks.country().numbering.takes_messages(&phone) {
                "error-call-no-sms"
            } else {
                "error-call-landline"
            };
            faults.add("contact", visit.voice.say(key));
            Err(faults)
        }
        Err(error) => {
            faults.add("contact", phone_sentence(error, visit.voice));
            Err(faults)
        }
    }
}

/// Sends a code that the caller reads out, and stays on the desk with what was typed.
async fn send_code(
    state: &State,
    visit: &Visit,
    officer: Officer,
    call: CallId,
    words: &TypedCall,
) -> Result<Led, Problem> {
    let contact = match contact(state, visit, words) {
        Ok(contact) => contact,
        Err(faults) => return Ok(Led::Wrong(faults)),
    };
    let sent = state
        .clerks
        .send_code_in_call(officer, call, contact, visit.language())
        .await;
    match sent {
        Ok(Sending::Sent) => Ok(Led::Sent),
        Ok(sending) => {
            let mut faults = Faults::default();
            faults.add("contact", proof::told(visit.voice, sending));
            Ok(Led::Wrong(faults))
        }
        Err(trouble) => Ok(Led::Wrong(fault(visit, "contact", &trouble)?)),
    }
}

/// Opens all cases of a contact by the code that the caller reads out.
async fn open_all(
    state: &State,
    visit: &Visit,
    officer: Officer,
    call: CallId,
    words: &TypedCall,
) -> Result<Led, Problem> {
    let contact = match contact(state, visit, words) {
        Ok(contact) => contact,
        Err(faults) => return Ok(Led::Wrong(faults)),
    };
    let Some(code) = ContactCode::parse(&words.read_out) else {
        return Ok(Led::Wrong(wrong(
            visit,
            "read-out",
            "error-contact-code-form",
        )));
    };
    let opened = state
        .clerks
        .open_cases_in_call(officer, call, contact, code)
        .await;
    match opened {
        Ok(proof) => Ok(match proof.fault() {
            None => Led::Home,
            Some(key) => {
                let mut faults = Faults::default();
                faults.add("read-out", visit.voice.say(key));
                Led::Wrong(faults)
            }
        }),
        Err(trouble) => Ok(Led::Wrong(fault(visit, "read-out", &trouble)?)),
    }
}

/// The case of which something is taken down, its version, and whether it is added of the caller's own accord.
fn replied(typed: &Typed) -> Option<(CaseId, u32, bool)> {
    let (case, rest) = typed.text("case").split_once('.')?;
    let (version, adds) = rest
        .strip_suffix(".add")
        .map_or((rest, false), |version| (version, true));
    Some((case.parse().ok()?, version.parse().ok()?, adds))
}

/// Takes down what the caller says of a case.
async fn reply(
    state: &State,
    visit: &Visit,
    officer: Officer,
    call: CallId,
    typed: &Typed,
) -> Result<Led, Problem> {
    let (case, version, adds) =
        replied(typed).ok_or_else(|| Problem::at(visit, Kind::NotUnderstood))?;
    let said = typed.text(&format!("reply-{case}")).trim().to_owned();
    let long = said.chars().count();
    if said.is_empty() {
        return Ok(Led::Wrong(wrong(visit, "reply", "error-empty")));
    }
    if long > MESSAGE_LIMIT {
        let mut faults = Faults::default();
        faults.add(
            "reply",
            too_long(visit.voice, long - MESSAGE_LIMIT, MESSAGE_LIMIT),
        );
        return Ok(Led::Wrong(faults));
    }
    let act = if adds {
        FilerAct::AddMessage(said)
    } else {
        FilerAct::Reply(said)
    };
    let done = state
        .clerks
        .act_in_call(officer, call, case, version, act)
        .await;
    led(visit, "reply", done)
}

/// Where an act leads that was or was not done.
fn led(visit: &Visit, field: &'static str, done: Result<(), Trouble>) -> Result<Led, Problem> {
    match done {
        Ok(()) => Ok(Led::Home),
        Err(trouble) => Ok(Led::Wrong(fault(visit, field, &trouble)?)),
    }
}

/// What a verb says of what was typed; whatever else went wrong has a page of its own.
fn fault(visit: &Visit, field: &'static str, trouble: &Trouble) -> Result<Faults, Problem> {
    match trouble {
        Trouble::NotAcceptable(key) => Ok(wrong(visit, field, key)),
        Trouble::Stale => Ok(wrong(visit, field, "error-changed-meanwhile")),
        other => Err(Problem::from_trouble(visit, other)),
    }
}

fn wrong(visit: &Visit, field: &'static str, key: &str) -> Faults {
    let mut faults = Faults::default();
    faults.add(field, visit.voice.say(key));
    faults
}

//! `/{language}/desk/sign-in`, the second factor, and signing out.

use askama::Template;
use axum::{
    extract::State as Shared,
    http::{HeaderMap, header},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Trouble,
    interrupted::KEPT_HOURS,
    staff::{Browser, CodeVerdict, PROVEN_MINUTES, Password, SESSION_HOURS, SignIn},
    token::Token,
};
use qrcode::{QrCode, render::svg};

use super::{SESSION_COOKIE, filer, session};
use crate::{
    admin::people,
    device::device,
    door::{is_again, next_door, way_on},
    error::{Kind, Problem},
    form::{Faults, Protected},
    frame::Frame,
    headers::{renew_visitor, set_cookie},
    interrupted,
    settings::State,
    visit::{Visit, cookie},
    words::{Page, wait},
};

/// Where members of staff may have been before they came to this door.
const AREAS: &[&str] = &["/desk", "/admin", "/kept"];

/// The cookie of a browser in which its holder has signed in before: strangers who guess do not shut it out.
pub(crate) const KNOWN_COOKIE: &str = "ck_known";

/// How long a browser is known after signing in, in seconds: a year.
const KNOWN_SECONDS: i64 = 365 * 86_400;

/// Where they begin.
const HOME: &str = "/desk";

#[derive(Template)]
#[template(path = "desk/sign-in.html")]
struct SignInPage {
    frame: Frame,
    faults: Faults,
    email: String,
    /// Why the password is asked for though somebody is signed in.
    why: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/second-factor.html")]
struct SecondFactorPage {
    frame: Frame,
    faults: Faults,
}

#[derive(Template)]
#[template(path = "desk/set-up.html")]
struct SetUpPage {
    frame: Frame,
    faults: Faults,
    secret: String,
    qr: String,
    codes: Vec<String>,
    /// Where whoever is signed in goes now.
    onward: String,
}

/// `GET …/sign-in`.
pub(crate) async fn get(Shared(state): Shared<State>, visit: Visit) -> Result<Page, Problem> {
    sign_in_page(&state, &visit, String::new(), Faults::default())
}

/// `POST …/sign-in`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let email = typed.text("email").to_owned();
    let password = Password::typed(typed.text("password"));
    let browser = Browser {
        device: device(agent),
        word: cookie(&state, &headers, KNOWN_COOKIE).and_then(Token::parse),
    };
    let signed_in = match state
        .clerks
        .sign_in_on(browser, email.clone(), password)
        .await
    {
        Ok(signed_in) => signed_in,
        Err(Trouble::Wait { seconds }) => {
            let mut faults = Faults::default();
            faults.add("email", wait(visit.voice, seconds));
            return Ok(sign_in_page(&state, &visit, email, faults)?
                .refused()
                .into_response());
        }
        Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble)),
    };
    let (token, next) = match signed_in {
        None => {
            let mut faults = Faults::default();
            faults.add("email", visit.voice.say("error-sign-in"));
            return Ok(sign_in_page(&state, &visit, email, faults)?
                .refused()
                .into_response());
        }
        Some(SignIn::Done(token)) => (token, visit.path(&way_on(&visit, AREAS, HOME))),
        Some(SignIn::SecondFactor(token)) => (token, next_door(&visit, "/desk/second-factor")),
        Some(SignIn::Enrolment(token)) => (token, next_door(&visit, "/desk/second-factor/set-up")),
    };
    let mut response = Redirect::to(&next).into_response();
    set_cookie(
        &mut response,
        &state,
        SESSION_COOKIE,
        token.as_str(),
        // Longer than the session: what is sent after its end is kept for its holder alone, who is known by it.
        Some((SESSION_HOURS + KEPT_HOURS) * 3600),
    );
    let known = state
        .clerks
        .word_of_browser(token)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    if let Some(word) = known {
        set_cookie(
            &mut response,
            &state,
            KNOWN_COOKIE,
            word.as_str(),
            Some(KNOWN_SECONDS),
        );
    }
    renew_visitor(&mut response, &state);
    Ok(response)
}

/// `POST …/sign-out`.
pub(crate) async fn sign_out(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    let visit = form.visit;
    if let Some(token) = session(&state, &headers) {
        state
            .clerks
            .sign_out(token)
            .await
            .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    }
    let mut response = Redirect::to(&visit.path("/desk/sign-in")).into_response();
    set_cookie(&mut response, &state, SESSION_COOKIE, "", Some(0));
    for name in [interrupted::COOKIE, filer::SOUGHT, people::SOUGHT] {
        set_cookie(&mut response, &state, name, "", Some(0));
    }
    Ok(response)
}

/// `GET …/second-factor`.
pub(crate) async fn second_factor(
    Shared(state): Shared<State>,
    visit: Visit,
) -> Result<Page, Problem> {
    Page::of(
        &visit,
        &SecondFactorPage {
            frame: Frame::of(&state, &visit),
            faults: Faults::default(),
        },
    )
}

/// `POST …/second-factor`.
pub(crate) async fn show_second_factor(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    let Some(token) = session(&state, &headers) else {
        return Ok(Redirect::to(&visit.path("/desk/sign-in")).into_response());
    };
    let verdict = state
        .clerks
        .show_second_factor(token, typed.text("code").to_owned())
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let mut faults = Faults::default();
    match verdict {
        CodeVerdict::Right => {
            let place = visit.path(&way_on(&visit, AREAS, HOME));
            return Ok(Redirect::to(&place).into_response());
        }
        CodeVerdict::Wrong => faults.add("code", visit.voice.say("error-sign-in")),
        CodeVerdict::TooMany => faults.add("code", visit.voice.say("error-code-too-many")),
    }
    let page = SecondFactorPage {
        frame: Frame::of(&state, &visit),
        faults,
    };
    Ok(Page::of(&visit, &page)?.refused().into_response())
}

/// `GET …/second-factor/set-up`.
pub(crate) async fn set_up(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Problem> {
    let Some((_, email)) = enrolling(&state, &visit, &headers).await? else {
        return Ok(Redirect::to(&visit.path("/desk")).into_response());
    };
    let enrolment = state.clerks.propose_second_factor(&email);
    let page = set_up_page(
        &state,
        &visit,
        &email,
        enrolment.secret,
        Faults::default(),
        Vec::new(),
    )?;
    Ok(page.into_response())
}

/// `POST …/second-factor/set-up`.
pub(crate) async fn enrol(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    let Some((officer, email)) = enrolling(&state, &visit, &headers).await? else {
        return Ok(Redirect::to(&visit.path("/desk")).into_response());
    };
    let token = session(&state, &headers).ok_or_else(|| Problem::at(&visit, Kind::Forbidden))?;
    let secret = typed.text("secret").to_owned();
    let codes = state
        .clerks
        .enrol_second_factor(
            token,
            officer,
            secret.clone(),
            typed.text("code").to_owned(),
        )
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let mut faults = Faults::default();
    if let Some(codes) = codes {
        Ok(set_up_page(&state, &visit, &email, secret, faults, codes)?.into_response())
    } else {
        faults.add("code", visit.voice.say("error-app-code-wrong"));
        Ok(
            set_up_page(&state, &visit, &email, secret, faults, Vec::new())?
                .refused()
                .into_response(),
        )
    }
}

async fn enrolling(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
) -> Result<Option<(chikaya_service::staff::Officer, String)>, Problem> {
    let Some(token) = session(state, headers) else {
        return Ok(None);
    };
    state
        .clerks
        .officer_enrolling(token)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

fn sign_in_page(
    state: &State,
    visit: &Visit,
    email: String,
    faults: Faults,
) -> Result<Page, Problem> {
    Page::of(
        visit,
        &SignInPage {
            frame: Frame::of(state, visit),
            faults,
            email,
            why: is_again(visit).then(|| {
                visit.voice.say_with(
                    "desk-sign-in-again",
                    &[("minutes", Argument::Number(PROVEN_MINUTES))],
                )
            }),
        },
    )
}

/// The QR code of an address, drawn to stand in a page.
pub(super) fn drawing(visit: &Visit, address: &str) -> Result<String, Problem> {
    let drawing = QrCode::new(address)
        .map_err(|error| Problem::fault(visit, error))?
        .render::<svg::Color<'_>>()
        .min_dimensions(180, 180)
        .quiet_zone(true)
        .build();
    Ok(drawing
        .split_once("?>")
        .map_or(drawing.clone(), |(_, svg)| svg.to_owned()))
}

fn set_up_page(
    state: &State,
    visit: &Visit,
    email: &str,
    secret: String,
    faults: Faults,
    codes: Vec<String>,
) -> Result<Page, Problem> {
    let address = chikaya_service::staff::enrolment_address(email, &secret);
    let qr = drawing(visit, &address)?;
    Page::of(
        visit,
        &SetUpPage {
            frame: Frame::of(state, visit),
            faults,
            secret,
            qr,
            codes,
            onward: visit.path(&way_on(visit, AREAS, HOME)),
        },
    )
}

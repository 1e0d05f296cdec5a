//! Forms refused before their page saw them: what was typed stands there again, to be sent by the person, never by itself.

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State as Shared},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use chikaya_domain::id::StaffId;
use chikaya_service::{
    interrupted::{InterruptedPost, Keeping},
    token::Token,
};

use crate::{
    csrf,
    desk::SESSION_COOKIE,
    door::{Door, Keeps, is_within},
    error::{Kind, Problem, Unheard, is_written, words_page},
    form::{TOKEN_FIELD, Typed},
    headers::{is_for_people, set_cookie},
    settings::State,
    visit::{Arrival, Visit, arrival, cookie},
};

/// The cookie under which a browser finds what was kept for it.
pub(crate) const COOKIE: &str = "ck_kept";

/// Largest form without files, in bytes.
pub(crate) const FORM: usize = 256 * 1024;

/// What was typed into other fields of a page than those that were sent: kept for the page to which the answer leads.
/// Nothing in it: nothing is kept for that page any more.
#[derive(Clone, Debug)]
pub(crate) struct Beside {
    /// What was typed.
    pub(crate) post: InterruptedPost,
    /// Whether what was sent was heard. Else what is kept may be all there is of it.
    pub(crate) is_heard: bool,
}

/// What was typed into a form with files that did not come where it was going. The form is not read before its page does,
/// so the page says it.
#[derive(Clone, Debug)]
pub(crate) struct Words(pub(crate) InterruptedPost);

/// Largest form whose words are shown again though it is too large to be heard, in bytes. It is not kept.
const SHOWN: usize = 4 * FORM;

/// Areas whose pages put what was kept into their own forms. Others show it on the page `kept`.
const SHOWN_IN_PLACE: &[&str] = &["/desk/case", "/desk/reports", "/track"];

/// Areas of those who work here: there buttons without words are acts as well.
const STAFF_AREAS: &[&str] = &["/desk", "/admin", "/calls"];

/// Keeps what was typed into a form that leads to a door, and puts it on the page of trouble where the form was refused
/// otherwise. What was kept goes once the form was sent again and heard.
pub(crate) async fn around(Shared(state): Shared<State>, request: Request, next: Next) -> Response {
    if *request.method() != Method::POST || !is_for_people(request.uri().path()) {
        return next.run(request).await;
    }
    let arrival = arrival(request.extensions());
    let headers = request.headers().clone();
    let action = below_language(request.uri().path());
    let is_own = csrf::is_from_here(&state.settings.public_url, &headers);
    let (request, body) = match read(request).await {
        Ok(read) => read,
        Err(Unread::TooLarge(body)) => {
            let fields = shown(&action, &body);
            if is_own && !fields.is_empty() {
                let post = InterruptedPost { action, fields };
                return words_page(&state, &arrival, Kind::FormTooLarge, post);
            }
            let problem = Problem::new(Kind::FormTooLarge);
            return problem.of(&arrival).into_response();
        }
        Err(Unread::Broken(kind)) => return Problem::new(kind).of(&arrival).into_response(),
    };
    let mut response = next.run(request).await;
    if let Some(aside) = response.extensions_mut().remove::<Beside>() {
        return beside(&state, &headers, &arrival, aside, response).await;
    }
    let post = match (response.extensions_mut().remove::<Words>(), body) {
        (Some(Words(InterruptedPost { action, mut fields })), _) => {
            keep_showable(&action, &mut fields);
            InterruptedPost { action, fields }
        }
        (None, Some(body)) => {
            let fields = shown(&action, &body);
            InterruptedPost { action, fields }
        }
        (None, None) => return response,
    };
    if let Some(door) = response.extensions_mut().remove::<Door>() {
        return if is_own && state.limits.may_keep(arrival.client) {
            at_door(&state, &headers, &arrival, post, door, response).await
        } else {
            response
        };
    }
    if let Some(Unheard(kind)) = response.extensions_mut().remove() {
        if is_own && !post.fields.is_empty() {
            return words_page(&state, &arrival, kind, post);
        }
    } else if response.status() == StatusCode::SEE_OTHER
        && let Some(word) = word(&state, &headers)
        // What cannot be forgotten now ends by itself; the form was heard.
        && let Err(trouble) = state.clerks.forget_interrupted(word, path(&arrival)).await
    {
        tracing::warn!(cause = %trouble, "an interrupted post is kept longer");
    }
    response
}

/// Keeps for a page what was typed into its other fields. Should that fail, what was not heard is shown to be sent again.
async fn beside(
    state: &State,
    headers: &HeaderMap,
    arrival: &Arrival,
    Beside { post, is_heard }: Beside,
    mut response: Response,
) -> Response {
    let known = word(state, headers);
    let page = path(arrival);
    let is_known = known.is_some();
    let word = known.unwrap_or_else(|| Token::draw(state.clerks.identifiers()));
    let done = if post.fields.is_empty() {
        if !is_known {
            return response;
        }
        let clerks = &state.clerks;
        clerks
            .forget_interrupted(word, page)
            .await
            .map(|()| Keeping::Kept)
    } else {
        if !is_known {
            set_cookie(&mut response, state, COOKIE, word.as_str(), None);
        }
        let kept = state
            .clerks
            .keep_interrupted(word, page, post.clone(), None);
        kept.await
    };
    match done {
        Ok(Keeping::Kept) => return response,
        Ok(Keeping::TooLarge | Keeping::OwnerUnknown) => {
            tracing::error!(request.id = %arrival.request, "words beside a form cannot be kept");
        }
        Err(trouble) => {
            tracing::error!(request.id = %arrival.request, cause = %trouble, "words beside a form were not kept");
        }
    }
    if is_heard || post.fields.is_empty() {
        return response;
    }
    words_page(state, arrival, Kind::Unavailable, post)
}

/// Keeps the words for whoever comes back through the door.
async fn at_door(
    state: &State,
    headers: &HeaderMap,
    arrival: &Arrival,
    post: InterruptedPost,
    door: Door,
    response: Response,
) -> Response {
    let is_of_staff = is_within(&post.action, STAFF_AREAS);
    if post.fields.is_empty() && !is_of_staff {
        return response;
    }
    // A button that was pressed is an act too: whoever comes back is told that it is not done.
    let is_written = post.fields.iter().any(|(_, value)| is_written(value));
    let keeps = if is_written || !is_of_staff {
        Keeps::Words
    } else {
        Keeps::Act
    };
    let known = word(state, headers);
    let word = known
        .clone()
        .unwrap_or_else(|| Token::draw(state.clerks.identifiers()));
    let page = path(arrival);
    let session = door.session.clone();
    let kept = state
        .clerks
        .keep_interrupted(word.clone(), page.clone(), post.clone(), session)
        .await;
    // Where nothing would wait behind the door, the person is told so and has the words.
    match kept {
        Ok(Keeping::Kept) => {}
        Ok(Keeping::TooLarge) => return words_page(state, arrival, Kind::FormTooLarge, post),
        // Whoever has the words on the screen sends them again as a browser that nobody is signed in with: then they
        // wait behind the door.
        Ok(Keeping::OwnerUnknown) => {
            let mut response = words_page(state, arrival, Kind::SessionOver, post);
            set_cookie(&mut response, state, SESSION_COOKIE, "", Some(0));
            return response;
        }
        Err(trouble) => {
            tracing::error!(request.id = %arrival.request, cause = %trouble, "words were not kept");
            return words_page(state, arrival, Kind::Unavailable, post);
        }
    }
    let door = door.keeping(keeps);
    let mut response = if is_within(&page, SHOWN_IN_PLACE) {
        door.into_response()
    } else {
        door.leading_to(kept_address(&page)).into_response()
    };
    if known.is_none() {
        set_cookie(&mut response, state, COOKIE, word.as_str(), None);
    }
    response
}

/// What was kept for the page of a visit, as its form would have sent it.
pub(crate) async fn typed(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    staff: Option<StaffId>,
) -> Result<Option<Typed>, Problem> {
    let found = find(state, visit, headers, path(&visit.arrival), staff).await?;
    Ok(found.map(|post| Typed::of(post.fields)))
}

/// Forgets what was kept for the page of a visit: it was shown, and is not to be shown again.
pub(crate) async fn forget(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
) -> Result<(), Problem> {
    let Some(word) = word(state, headers) else {
        return Ok(());
    };
    state
        .clerks
        .forget_interrupted(word, path(&visit.arrival))
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

/// Lets go of what was kept for the page of a form, once what is typed into it is kept in its draft: shown over that, it
/// would hide what was written since.
pub(crate) async fn kept_elsewhere(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    staff: StaffId,
    action: &str,
) {
    let Some(word) = word(state, headers) else {
        return;
    };
    let page = path(&visit.arrival);
    let found = state
        .clerks
        .interrupted(word.clone(), page.clone(), Some(staff));
    let done = match found.await {
        Ok(Some(post)) if post.action == action => {
            state.clerks.forget_interrupted(word, page).await
        }
        Ok(_) => Ok(()),
        Err(trouble) => Err(trouble),
    };
    if let Err(trouble) = done {
        tracing::warn!(cause = %trouble, "an interrupted post is kept longer");
    }
}

/// What was kept for a page.
pub(crate) async fn find(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    page: String,
    staff: Option<StaffId>,
) -> Result<Option<InterruptedPost>, Problem> {
    let Some(word) = word(state, headers) else {
        return Ok(None);
    };
    state
        .clerks
        .interrupted(word, page, staff)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

/// The address, below the language, that shows what was kept for a page.
pub(crate) fn kept_address(page: &str) -> String {
    let page: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
    format!("/kept?page={page}")
}

fn word(state: &State, headers: &HeaderMap) -> Option<Token> {
    cookie(state, headers, COOKIE).and_then(Token::parse)
}

/// The page that carries the form, without its question.
fn path(arrival: &Arrival) -> String {
    arrival
        .rest
        .split('?')
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// An address without its language.
fn below_language(path: &str) -> String {
    let after = path.strip_prefix('/').unwrap_or(path);
    match after.split_once('/') {
        Some((_, rest)) => format!("/{rest}"),
        None => "/".to_owned(),
    }
}

/// Why a form does not come to its page.
enum Unread {
    /// It is larger than forms may be; with its body, if that can be shown again.
    TooLarge(Bytes),
    /// It cannot be read to its end.
    Broken(Kind),
}

/// Reads the body of a form without files, and gives the request back as it was.
async fn read(request: Request) -> Result<(Request, Option<Bytes>), Unread> {
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| {
            kind.as_bytes()
                .starts_with(b"application/x-www-form-urlencoded")
        });
    if !is_form {
        return Ok((request, None));
    }
    let (parts, body) = request.into_parts();
    let announced: Option<usize> = parts
        .headers
        .get(header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse().ok());
    if announced.is_some_and(|length| length > SHOWN) {
        return Err(Unread::TooLarge(Bytes::new()));
    }
    // What breaks off on the way was cut by the network or by the limit; a browser always announces its length.
    let bytes = to_bytes(body, SHOWN).await.map_err(|_| {
        if announced.is_some() {
            Unread::Broken(Kind::NotUnderstood)
        } else {
            Unread::TooLarge(Bytes::new())
        }
    })?;
    if bytes.len() > FORM {
        return Err(Unread::TooLarge(bytes));
    }
    let request = Request::from_parts(parts, Body::from(bytes.clone()));
    Ok((request, Some(bytes)))
}

/// The fields that may be shown again: all that were filled in, but secrets, and the token of a page that is gone.
fn shown(action: &str, body: &[u8]) -> Vec<(String, String)> {
    let mut fields = Typed::parse(body).into_pairs();
    keep_showable(action, &mut fields);
    fields
}

/// Leaves of fields those that may be shown again.
fn keep_showable(action: &str, fields: &mut Vec<(String, String)>) {
    // Codes open something everywhere but on the administration pages, where they name bodies.
    let has_secret_codes = !action.starts_with("/admin/");
    fields.retain(|(name, value)| {
        // What a button wished is not wished again by whoever comes back.
        let is_secret = name == TOKEN_FIELD
            || name == "go"
            || name.starts_with("password")
            || name == "secret"
            || (name == "code" && has_secret_codes);
        !is_secret && !value.trim().is_empty()
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_never_shown_again() {
        let body = b"token=abc&password=a+phrase&password-again=a+phrase&code=123&secret=S&text=Bonjour&empty=";
        assert_eq!(
            shown("/desk/sign-in", body),
            [("text".to_owned(), "Bonjour".to_owned())]
        );
    }

    #[test]
    fn an_address_is_known_without_its_language() {
        assert_eq!(
            below_language("/fr/desk/case/X/answer"),
            "/desk/case/X/answer"
        );
        assert_eq!(below_language("/fr"), "/");
    }
}

//! What somebody looks for by words that may be somebody's name. Such words stand in no address, and the answer to a form
//! cannot be gone back to; so they lie in a cookie for a while, from which the page that shows what was found reads them.
//! Only what a form brought in the same session is read: whoever sits down at the computer later asks anew.

use axum::{
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq as _;

use crate::{
    desk::session,
    form::Typed,
    headers::set_cookie,
    settings::State,
    visit::{Visit, cookie},
};

/// The parameter of an address that asks for what was found before.
const AGAIN: &str = "found";

/// How long it can be gone back to, in seconds.
const AGE: i64 = 60 * 60;

/// Bytes of the mark that a cookie was made here.
const MARK: usize = 16;

/// Most bytes of what is kept; browsers refuse cookies of 4,096.
const LARGEST: usize = 2_000;

/// The address of what was found.
pub(crate) fn again(place: &str) -> String {
    format!("{place}?{AGAIN}=yes")
}

/// Leads from a form to what it finds at `place`.
pub(crate) fn lead(
    state: &State,
    headers: &HeaderMap,
    name: &str,
    fields: &[(&str, &str)],
    place: &str,
) -> Response {
    let mut words = url::form_urlencoded::Serializer::new(String::new());
    for (field, value) in fields {
        words.append_pair(field, value);
    }
    let words = words.finish();
    let mut response = Redirect::to(&again(place)).into_response();
    if let Some(mark) = mark(state, headers, name, &words).filter(|_| words.len() <= LARGEST) {
        let value = BASE64URL_NOPAD.encode(&[&mark[..], words.as_bytes()].concat());
        set_cookie(&mut response, state, name, &value, Some(AGE));
    } else {
        // What was found for other words is no answer to these.
        set_cookie(&mut response, state, name, "", Some(0));
    }
    response
}

/// What was asked for, if the address asks for it again.
pub(crate) fn read(state: &State, visit: &Visit, headers: &HeaderMap, name: &str) -> Option<Typed> {
    visit.parameter(AGAIN)?;
    let kept = cookie(state, headers, name)?;
    let kept = BASE64URL_NOPAD.decode(kept.as_bytes()).ok()?;
    let (offered, words) = kept.split_first_chunk::<MARK>()?;
    let words = std::str::from_utf8(words).ok()?;
    let mark = mark(state, headers, name, words)?;
    bool::from(mark.ct_eq(offered)).then(|| Typed::parse(words.as_bytes()))
}

/// What shows that words were asked for in this session.
fn mark(state: &State, headers: &HeaderMap, name: &str, words: &str) -> Option<[u8; MARK]> {
    let session = session(state, headers)?;
    let digest = state.key.digest(
        "sought 1",
        &[name.as_bytes(), &session.digest()[..], words.as_bytes()],
    );
    digest.first_chunk().copied()
}

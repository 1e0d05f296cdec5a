//! Forms that cannot be forged: a token bound to the visitor's cookie, and a look at where the request comes from.

use axum::http::{HeaderMap, HeaderValue, header};
use chikaya_service::seam::Key;
use data_encoding::BASE32_NOPAD;
use subtle::ConstantTimeEq;
use url::Url;

use crate::settings::State;

/// The token that forms of this visitor carry.
pub(crate) fn token(key: &Key, visitor: &str) -> String {
    let mac = key.digest("form", &[visitor.as_bytes()]);
    BASE32_NOPAD.encode(&mac[..20]).to_lowercase()
}

/// Whether a form with this token may be acted on: the token is the visitor's, and the browser does not say
/// that a page from elsewhere sent it.
pub(crate) fn is_genuine(state: &State, visitor: &str, offered: &str, headers: &HeaderMap) -> bool {
    let right = token(&state.key, visitor);
    let fits: bool = right.as_bytes().ct_eq(offered.as_bytes()).into();
    fits && !visitor.is_empty() && is_from_here(&state.settings.public_url, headers)
}

/// Whether nothing in the headers says that a page from elsewhere sent the form. Browsers that send neither
/// `Sec-Fetch-Site` nor `Origin` are judged by the token alone.
fn is_from_here(public_url: &str, headers: &HeaderMap) -> bool {
    let text = |value: &HeaderValue| value.to_str().unwrap_or_default().to_owned();
    let site = headers.get("sec-fetch-site").map(text);
    if matches!(site.as_deref(), Some("cross-site" | "same-site")) {
        return false;
    }
    let Some(origin) = headers.get(header::ORIGIN).map(text) else {
        return true;
    };
    // A page in a sandbox or behind a redirect says `null`, which is nobody's address.
    let Ok(origin) = Url::parse(&origin) else {
        return false;
    };
    let is_own = Url::parse(public_url).is_ok_and(|own| own.origin() == origin.origin());
    // Reached by another name of the same machine: then the form comes from the host it goes to.
    let host = headers.get(header::HOST).map(text);
    is_own || host.is_some_and(|host| host.eq_ignore_ascii_case(origin.authority()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (
                    axum::http::HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                )
            })
            .collect()
    }

    #[test]
    fn tokens_are_bound_to_the_visitor() {
        let key = Key::new([1; 32]);
        assert_eq!(token(&key, "me"), token(&key, "me"));
        assert_ne!(token(&key, "me"), token(&key, "you"));
        assert_ne!(token(&key, "me"), token(&Key::new([2; 32]), "me"));
    }

    #[test]
    fn a_form_from_elsewhere_does_not_count() {
        let own = "https://chikaya.example";
        let table: &[(&[(&'static str, &'static str)], bool)] = &[
            (&[], true),
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("origin", "https://chikaya.example")], true),
            (&[("origin", "https://chikaya.example:443")], true),
            (&[("origin", "http://chikaya.example")], false),
            (&[("origin", "https://evil.example")], false),
            (&[("origin", "https://chikaya.example.evil.example")], false),
            (&[("origin", "null")], false),
            (
                &[
                    ("origin", "http://127.0.0.1:3737"),
                    ("host", "127.0.0.1:3737"),
                ],
                true,
            ),
            (
                &[
                    ("origin", "http://127.0.0.1:3738"),
                    ("host", "127.0.0.1:3737"),
                ],
                false,
            ),
            (
                &[
                    ("origin", "https://chikaya.example"),
                    ("sec-fetch-site", "cross-site"),
                ],
                false,
            ),
        ];
        for (headers, genuine) in table {
            assert_eq!(is_from_here(own, &from(headers)), *genuine, "{headers:?}");
        }
    }
}

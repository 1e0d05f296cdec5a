//! Forms that cannot be forged: a token bound to the visitor's cookie, and a look at where the request comes from.

use axum::http::{HeaderMap, HeaderValue, header};
use chikaya_service::seam::Key;
use data_encoding::BASE32_NOPAD;
use subtle::ConstantTimeEq;
use url::Url;

use crate::settings::State;

/// Length of what stands for a visitor, and of the pad that hides it, in bytes.
const LENGTH: usize = 20;

/// The token that the forms of a page carry: what stands for the visitor, hidden by a pad of this page alone. A page
/// that is compressed beside words of a stranger would give away, by its length, what is the same on every page (the
/// attack known as BREACH).
pub(crate) fn token(key: &Key, visitor: &str, pad: [u8; LENGTH]) -> String {
    let hidden = hide(&mark(key, visitor), &pad);
    let mut token = [0; 2 * LENGTH];
    token[..LENGTH].copy_from_slice(&pad);
    token[LENGTH..].copy_from_slice(&hidden);
    BASE32_NOPAD.encode(&token).to_lowercase()
}

/// Whether a form with this token may be acted on: the token is the visitor's, and the browser does not say
/// that a page from elsewhere sent it.
pub(crate) fn is_genuine(state: &State, visitor: &str, offered: &str, headers: &HeaderMap) -> bool {
    !visitor.is_empty()
        && fits(&state.key, visitor, offered)
        && is_from_here(&state.settings.public_url, headers)
}

/// Whether a token stands for this visitor.
fn fits(key: &Key, visitor: &str, offered: &str) -> bool {
    let Ok(token) = BASE32_NOPAD.decode(offered.to_ascii_uppercase().as_bytes()) else {
        return false;
    };
    let Some((pad, hidden)) = token.split_first_chunk::<LENGTH>() else {
        return false;
    };
    hide(&mark(key, visitor), pad).ct_eq(hidden).into()
}

/// What stands for a visitor.
fn mark(key: &Key, visitor: &str) -> [u8; LENGTH] {
    let digest = key.digest("form", &[visitor.as_bytes()]);
    std::array::from_fn(|place| digest[place])
}

/// Hides bytes under a pad, or shows them again.
fn hide(bytes: &[u8; LENGTH], pad: &[u8; LENGTH]) -> [u8; LENGTH] {
    std::array::from_fn(|place| bytes[place] ^ pad[place])
}

/// Whether nothing in the headers says that a page from elsewhere sent the form. Browsers that send neither
/// `Sec-Fetch-Site` nor `Origin` are judged by the token alone.
pub(crate) fn is_from_here(public_url: &str, headers: &HeaderMap) -> bool {
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
    fn tokens_are_bound_to_the_visitor_and_differ_from_page_to_page() {
        let key = Key::new([1; 32]);
        let (one, other) = (
            token(&key, "me", [3; LENGTH]),
            token(&key, "me", [7; LENGTH]),
        );
        assert_ne!(one, other);
        assert_ne!(one[32..], other[32..], "nothing of it stays the same");
        for token in [&one, &other] {
            assert!(fits(&key, "me", token));
            assert!(!fits(&key, "you", token));
            assert!(!fits(&Key::new([2; 32]), "me", token));
        }
    }

    #[test]
    fn what_is_no_token_fits_nobody() {
        let key = Key::new([1; 32]);
        let right = token(&key, "me", [3; LENGTH]);
        for wrong in [
            "",
            "a",
            "not a token",
            "\u{661}",
            &right[..32],
            &right[..63],
        ] {
            assert!(!fits(&key, "me", wrong), "{wrong}");
        }
        assert!(!fits(&key, "me", &format!("{right}{right}")));
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

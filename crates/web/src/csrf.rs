//! Forms that cannot be forged: a token bound to the visitor's cookie, and a look at where the request comes from.

use axum::http::HeaderMap;
use chikaya_service::seam::Key;
use data_encoding::BASE32_NOPAD;
use subtle::ConstantTimeEq;

/// The token that forms of this visitor carry.
pub(crate) fn token(key: &Key, visitor: &str) -> String {
    let mac = key.digest("form", &[visitor.as_bytes()]);
    BASE32_NOPAD.encode(&mac[..20]).to_lowercase()
}

/// Whether a form with this token may be acted on: the token is the visitor's, and the browser does not say
/// that another site sent it.
pub(crate) fn is_genuine(key: &Key, visitor: &str, offered: &str, headers: &HeaderMap) -> bool {
    let right = token(key, visitor);
    let fits: bool = right.as_bytes().ct_eq(offered.as_bytes()).into();
    let site = headers
        .get("sec-fetch-site")
        .and_then(|value| value.to_str().ok());
    fits && !visitor.is_empty() && !matches!(site, Some("cross-site"))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn only_the_visitors_own_token_from_the_own_site_counts() {
        let key = Key::new([1; 32]);
        let mine = token(&key, "me");
        let plain = HeaderMap::new();
        assert!(is_genuine(&key, "me", &mine, &plain));
        assert!(!is_genuine(&key, "you", &mine, &plain));
        assert!(!is_genuine(&key, "me", "", &plain));
        assert!(!is_genuine(&key, "", &token(&key, ""), &plain));
        let mut foreign = HeaderMap::new();
        foreign.insert("sec-fetch-site", HeaderValue::from_static("cross-site"));
        assert!(!is_genuine(&key, "me", &mine, &foreign));
    }
}

//! A visit: language, client, request id and the visitor's cookie, for every request under a language.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::{
    extract::ConnectInfo,
    http::{Extensions, HeaderMap, Method, Uri, header},
};
use chikaya_domain::{Language, annual::Section, text::line};
use chikaya_i18n::Voice;
use uuid::Uuid;

use crate::settings::State;

/// The name of the visitor's cookie, to which tokens against forged forms are bound.
pub(crate) const VISITOR_COOKIE: &str = "ck_visitor";

/// What the middleware learnt of a request before any handler sees it.
#[derive(Clone, Debug)]
pub(crate) struct Arrival {
    /// Request id, told to the person when something fails and to the log always.
    pub request: Uuid,
    /// Address of the client, as the nearest trusted proxy says it.
    pub client: IpAddr,
    /// The visitor's token.
    pub visitor: String,
    /// The language of the path, or the one the browser prefers.
    pub language: Language,
    /// The page below the language that a `GET` opens, with its question: for the language switch.
    pub rest: String,
    /// What pages say of this instance before anything else, by its key.
    pub banner: Option<&'static str>,
}

impl Arrival {
    /// A request that no middleware has seen.
    pub(crate) const fn unknown() -> Self {
        Self {
            request: Uuid::nil(),
            client: IpAddr::V4(Ipv4Addr::UNSPECIFIED),
            visitor: String::new(),
            language: Language::Arabic,
            rest: String::new(),
            banner: None,
        }
    }
}

/// A request under `/{language}/…`.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    /// The language of the page.
    pub voice: Voice,
    /// What the middleware learnt.
    pub arrival: Arrival,
    /// The question after the path, if any.
    pub query: Option<String>,
    /// Whether the browser asks to save data.
    pub saves_data: bool,
}

impl Visit {
    /// The language.
    pub(crate) fn language(&self) -> Language {
        self.voice.language()
    }

    /// An address within this language: `path("/track")`.
    pub(crate) fn path(&self, rest: &str) -> String {
        format!("/{}{rest}", self.voice.code())
    }

    /// A parameter of the question after the path, as it is seen.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        let query = self.query.as_deref()?;
        url::form_urlencoded::parse(query.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| line(&value))
    }
}

/// What the middleware learnt. It runs before every handler; the fallback serves tests of single handlers.
pub(crate) fn arrival(extensions: &Extensions) -> Arrival {
    extensions.get().cloned().unwrap_or(Arrival::unknown())
}

/// The language of a path, or the one the browser prefers.
pub(crate) fn language_of(path: &str, headers: &HeaderMap) -> Language {
    let code = path.split('/').nth(1).unwrap_or_default();
    Language::from_code(code).unwrap_or_else(|| preferred_language(headers))
}

/// The page below the language that a `GET` opens. What only takes a `POST` is named by the page that
/// carries its form, so that the language switch on a refused form leads somewhere.
pub(crate) fn rest_of(method: &Method, uri: &Uri) -> String {
    let path = uri.path();
    let after = path.strip_prefix('/').unwrap_or(path);
    let (code, rest) = after.split_once('/').unwrap_or((after, ""));
    if Language::from_code(code).is_none() {
        return "/".to_owned();
    }
    let parts: Vec<&str> = rest.split('/').collect();
    let is_read = *method == Method::GET || *method == Method::HEAD;
    let page = match parts.as_slice() {
        ["track", reference, act] if !is_read && *act != "verify" => format!("track/{reference}"),
        ["desk", "case", reference, act] if !is_read && *act != "answer" => {
            format!("desk/case/{reference}")
        }
        ["desk", "reports", report, act] if !is_read && Section::from_word(act).is_none() => {
            format!("desk/reports/{report}")
        }
        ["desk", "me", act, ..] if !is_read && *act != "second-factor" => "desk/me".to_owned(),
        ["desk", "me", "second-factor", "remove"] => "desk/me".to_owned(),
        ["account", "sign-out"] => "account/sign-in".to_owned(),
        ["admin", "calendar", "weekend" | "worked"] => "admin/calendar".to_owned(),
        ["admin", "messages", ..] => "admin/messages".to_owned(),
        ["admin", section, thing, _] if !is_read => format!("admin/{section}/{thing}"),
        ["calls", "call-backs" | "survey", ..] if !is_read => "calls/call-backs".to_owned(),
        ["calls", ..] if !is_read => "calls".to_owned(),
        ["desk", "sign-out"] => "desk/sign-in".to_owned(),
        ["file", draft, "files", _, "remove"] => format!("file/{draft}/files"),
        _ => rest.to_owned(),
    };
    match uri.query() {
        Some(query) => format!("/{page}?{query}"),
        None => format!("/{page}"),
    }
}

/// The address of the client: the peer's, unless the peer is a trusted proxy; then the last address of
/// `X-Forwarded-For` that is no trusted proxy itself.
pub(crate) fn client(state: &State, headers: &HeaderMap, extensions: &Extensions) -> IpAddr {
    let peer = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
    forwarded(peer, headers, |hop| state.trusts(hop))
}

/// Walks from the peer outwards as long as every hop is trusted. What stands behind a hop that is not an
/// address was written by nobody we trust, so the walk ends at the last address before it.
fn forwarded(peer: IpAddr, headers: &HeaderMap, trusts: impl Fn(IpAddr) -> bool) -> IpAddr {
    let mut client = peer.to_canonical();
    let hops: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .flat_map(|value| value.to_str().unwrap_or("?").split(','))
        .collect();
    for hop in hops.into_iter().rev() {
        if !trusts(client) {
            break;
        }
        let Ok(address) = hop.trim().parse::<IpAddr>() else {
            break;
        };
        client = address.to_canonical();
    }
    client
}

/// A cookie of the request, by its plain name.
pub(crate) fn cookie<'a>(state: &State, headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let name = state.cookie_name(name);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// The language a browser asks for first among ours; Arabic when it asks for none.
pub(crate) fn preferred_language(headers: &HeaderMap) -> Language {
    let wishes = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let mut ranked: Vec<(u16, Language)> = wishes
        .split(',')
        .filter_map(|wish| {
            let (tag, rest) = wish.split_once(';').unwrap_or((wish, ""));
            let code = tag.trim().split('-').next()?.to_ascii_lowercase();
            let language = match code.as_str() {
                "ber" | "tzm" | "shi" | "rif" => Language::Tamazight,
                // The spoken Arabic of Morocco and its neighbours.
                "ary" | "arq" | "aeb" => Language::Arabic,
                other => Language::from_code(other)?,
            };
            let weight = rest
                .trim()
                .strip_prefix("q=")
                .and_then(|weight| weight.parse::<f32>().ok())
                .unwrap_or(1.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "clamped between 0 and 1000 before"
            )]
            let weight = (weight.clamp(0.0, 1.0) * 1000.0) as u16;
            (weight > 0).then_some((weight, language))
        })
        .collect();
    ranked.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    ranked
        .first()
        .map_or(Language::Arabic, |(_, language)| *language)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn only_trusted_proxies_speak_for_a_client() {
        let trusts = |hop: IpAddr| hop.to_string().starts_with("10.");
        let table: &[(&str, &[&'static str], &str)] = &[
            ("198.51.100.7", &["203.0.113.9"], "198.51.100.7"),
            ("10.0.0.1", &[], "10.0.0.1"),
            ("10.0.0.1", &["203.0.113.9"], "203.0.113.9"),
            ("10.0.0.1", &["192.0.2.1, 203.0.113.9"], "203.0.113.9"),
            (
                "10.0.0.1",
                &["192.0.2.1", "203.0.113.9, 10.0.0.2"],
                "203.0.113.9",
            ),
            ("10.0.0.1", &["203.0.113.9, unknown, 10.0.0.2"], "10.0.0.2"),
            ("10.0.0.1", &["203.0.113.9, unknown"], "10.0.0.1"),
            ("10.0.0.1", &["10.0.0.3, 10.0.0.2"], "10.0.0.3"),
            ("::ffff:10.0.0.1", &["::ffff:203.0.113.9"], "203.0.113.9"),
            ("10.0.0.1", &["2001:db8::1"], "2001:db8::1"),
        ];
        for (peer, lines, client) in table {
            let mut headers = HeaderMap::new();
            for line in *lines {
                headers.append("x-forwarded-for", HeaderValue::from_static(line));
            }
            let found = forwarded(peer.parse().expect("an address"), &headers, trusts);
            assert_eq!(found.to_string(), *client, "{peer} {lines:?}");
        }
    }

    #[test]
    fn the_language_switch_leads_to_a_page() {
        let table = [
            ("GET", "/fr/file?kind=remark", "/file?kind=remark"),
            ("POST", "/fr/file?kind=remark", "/file?kind=remark"),
            ("GET", "/fr/", "/"),
            ("GET", "/fr", "/"),
            ("GET", "/nowhere/else", "/"),
            ("POST", "/fr/track", "/track"),
            ("POST", "/fr/desk/reports/7/approve", "/desk/reports/7"),
            (
                "POST",
                "/fr/desk/reports/7/causes?in=ar",
                "/desk/reports/7/causes?in=ar",
            ),
            ("POST", "/fr/track/lost", "/track/lost"),
            (
                "POST",
                "/ar/track/CK-26-7K3M-9QDX/reply",
                "/track/CK-26-7K3M-9QDX",
            ),
            (
                "POST",
                "/ar/track/CK-26-7K3M-9QDX/verify",
                "/track/CK-26-7K3M-9QDX/verify",
            ),
            (
                "POST",
                "/ar/desk/case/CK-26-7K3M-9QDX/ask",
                "/desk/case/CK-26-7K3M-9QDX",
            ),
            (
                "POST",
                "/ar/desk/case/CK-26-7K3M-9QDX/answer",
                "/desk/case/CK-26-7K3M-9QDX/answer",
            ),
            ("POST", "/ar/file/abc/files/def/remove", "/file/abc/files"),
            ("POST", "/ar/file/abc/files", "/file/abc/files"),
            ("POST", "/ar/desk/sign-out", "/desk/sign-in"),
            ("POST", "/ar/account/sign-out", "/account/sign-in"),
        ];
        for (method, address, page) in table {
            let method = Method::from_bytes(method.as_bytes()).expect("a method");
            let uri = Uri::from_static(address);
            assert_eq!(rest_of(&method, &uri), page, "{method} {address}");
        }
    }

    #[test]
    fn the_language_asked_for_first_wins() {
        let ask = |wishes: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(wishes));
            preferred_language(&headers)
        };
        assert_eq!(ask("fr-FR,fr;q=0.9,en;q=0.8"), Language::French);
        assert_eq!(ask("de,en;q=0.5"), Language::English);
        assert_eq!(ask("en;q=0.3,zgh;q=0.9"), Language::Tamazight);
        assert_eq!(ask("shi-Tfng-MA"), Language::Tamazight);
        assert_eq!(ask("ary,fr;q=0.8"), Language::Arabic);
        assert_eq!(ask("de"), Language::Arabic);
        assert_eq!(preferred_language(&HeaderMap::new()), Language::Arabic);
    }
}

//! A visit: language, client, request id and the visitor's cookie, for every request under a language.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{Extensions, HeaderMap, header, request::Parts},
};
use chikaya_domain::Language;
use chikaya_i18n::Voice;
use uuid::Uuid;

use crate::{error::Problem, settings::State};

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
}

/// A request under `/{language}/…`.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    /// The language of the page.
    pub voice: Voice,
    /// What the middleware learnt.
    pub arrival: Arrival,
    /// The path after the language, for the language switch, such as `/track`.
    pub rest: String,
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

    /// A parameter of the question after the path.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        let query = self.query.as_deref()?;
        url::form_urlencoded::parse(query.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    }
}

impl FromRequestParts<State> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Self::Rejection> {
        let arrival = arrival(&parts.extensions);
        let path = parts.uri.path();
        let after = path.strip_prefix('/').unwrap_or(path);
        let (code, rest) = after.split_once('/').unwrap_or((after, ""));
        let language = Language::from_code(code)
            .ok_or_else(|| Problem::not_found().of(&arrival, Language::Arabic))?;
        Ok(Self {
            voice: Voice::of(language),
            rest: format!("/{rest}"),
            query: parts.uri.query().map(str::to_owned),
            saves_data: parts
                .headers
                .get("save-data")
                .is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"on")),
            arrival,
        })
    }
}

/// What the middleware learnt. It runs before every handler; the fallback serves tests of single handlers.
pub(crate) fn arrival(extensions: &Extensions) -> Arrival {
    extensions.get().cloned().unwrap_or(Arrival {
        request: Uuid::nil(),
        client: IpAddr::V4(Ipv4Addr::UNSPECIFIED),
        visitor: String::new(),
    })
}

/// The address of the client: the peer's, unless the peer is a trusted proxy; then the last address of
/// `X-Forwarded-For` that is no trusted proxy itself.
pub(crate) fn client(state: &State, headers: &HeaderMap, extensions: &Extensions) -> IpAddr {
    let peer = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
    if !state.trusts(peer) {
        return peer;
    }
    headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|hop| hop.trim().parse::<IpAddr>().ok())
        .rev()
        .find(|hop| !state.trusts(*hop))
        .unwrap_or(peer)
}

/// A cookie of the request.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
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
        assert_eq!(ask("de"), Language::Arabic);
        assert_eq!(preferred_language(&HeaderMap::new()), Language::Arabic);
    }
}

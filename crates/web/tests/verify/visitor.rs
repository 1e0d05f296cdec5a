//! Someone with a browser: keeps cookies and the token of the last page, and follows nothing by itself.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
};
use chikaya_testkit::{Town, town};
use tower::ServiceExt as _;

/// An answer of the portal.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) location: Option<String>,
    pub(crate) body: String,
}

impl Answer {
    /// The first link that begins so.
    pub(crate) fn link(&self, beginning: &str) -> String {
        self.body
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .find(|link| link.starts_with(beginning))
            .unwrap()
            .to_owned()
    }
}

/// A visitor.
pub(crate) struct Visitor {
    router: Router,
    cookies: BTreeMap<String, String>,
    token: String,
}

impl Visitor {
    pub(crate) fn new(town: &Town, portal: &str) -> Self {
        let state = chikaya_web::State::new(town.clerks.clone(), town::web_settings(portal));
        Self {
            router: chikaya_web::router(state),
            cookies: BTreeMap::new(),
            token: String::new(),
        }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path), String::new()).await
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token.clone();
        let mut all = vec![("token", token.as_str())];
        all.extend_from_slice(fields);
        self.post_without_token(path, &all).await
    }

    pub(crate) async fn post_without_token(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request =
            Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, body).await
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: String) -> Answer {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = request
            .header(header::COOKIE, cookies.join("; "))
            .body(Body::from(body))
            .unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let location = response
            .headers()
            .get(header::LOCATION)
            .map(|place| place.to_str().unwrap().to_owned());
        let status = response.status().as_u16();
        let bytes = to_bytes(response.into_body(), 1 << 22).await.unwrap();
        let body = String::from_utf8(bytes.to_vec()).unwrap();
        if let Some((_, rest)) = body.split_once("name=\"token\" value=\"") {
            rest.split('"').next().unwrap().clone_into(&mut self.token);
        }
        Answer {
            status,
            location,
            body,
        }
    }
}

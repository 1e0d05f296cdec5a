//! A visitor: signs in or opens a case as a person's browser does, and lends the cookies it was given to the load.

use std::{collections::BTreeMap, time::Duration};

use anyhow::{Context as _, ensure};

/// A browser with its cookies.
pub(super) struct Visitor {
    agent: ureq::Agent,
    address: String,
    cookies: BTreeMap<String, String>,
}

/// A case as its filer was told of it.
pub(super) struct Filed {
    /// Reference.
    pub(super) reference: String,
    /// The code that opens it.
    pub(super) code: String,
}

impl Visitor {
    /// A browser that has not been here.
    pub(super) fn new(address: String) -> Self {
        let agent = ureq::Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(30)))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build()
            .into();
        Self {
            agent,
            address,
            cookies: BTreeMap::new(),
        }
    }

    /// Signs in at the desk.
    pub(super) fn sign_in(&mut self, email: &str, password: &str) -> anyhow::Result<()> {
        let fields = [("email", email), ("password", password)];
        self.send("/fr/desk/sign-in", &fields)
            .with_context(|| format!("{email} cannot sign in"))?;
        Ok(())
    }

    /// Opens a case with reference and code.
    pub(super) fn open(&mut self, case: &Filed) -> anyhow::Result<()> {
        let fields = [("reference", &*case.reference), ("code", &*case.code)];
        self.send("/fr/track", &fields)
            .with_context(|| format!("{} does not open", case.reference))?;
        Ok(())
    }

    /// The page at an address, as text.
    pub(super) fn page(&mut self, path: &str) -> anyhow::Result<String> {
        let mut answer = self
            .agent
            .get(format!("{}{path}", self.address))
            .header("cookie", self.cookies())
            .call()?;
        ensure!(answer.status() == 200, "{path} answers {}", answer.status());
        self.keep(answer.headers());
        Ok(answer.body_mut().read_to_string()?)
    }

    /// The cookies as a header.
    pub(super) fn cookies(&self) -> String {
        let pairs: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    /// Files by the interface for programs.
    pub(super) fn file(&self, key: &str, body: &str) -> anyhow::Result<Filed> {
        let mut answer = self
            .agent
            .post(format!("{}/api/v1/cases", self.address))
            .header("idempotency-key", key)
            .header("content-type", "application/json")
            .send(body)?;
        ensure!(
            answer.status() == 201,
            "a filing was answered with {}",
            answer.status()
        );
        let said: serde_json::Value = answer.body_mut().read_json()?;
        let field = |name: &str| {
            said[name]
                .as_str()
                .map(str::to_owned)
                .with_context(|| format!("an acknowledgement without {name}"))
        };
        Ok(Filed {
            reference: field("reference")?,
            code: field("access_code")?,
        })
    }

    /// Begins a filing with these words; answers the address of its draft. Builds that ask for the words later have
    /// none.
    pub(super) fn begin(&mut self, words: &str) -> anyhow::Result<Option<String>> {
        let place = self.send("/fr/file", &[("kind", "complaint"), ("text", words)])?;
        Ok(place.strip_suffix("/where").map(str::to_owned))
    }

    /// Sends the form of a page with the token it carries; a redirect, to where it answers, is the sign of success.
    fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<String> {
        let page = self.page(path)?;
        let token = between(&page, "name=\"token\" value=\"", "\"")
            .context("a form without a token")?
            .to_owned();
        let fields = fields.iter().copied().chain([("token", &*token)]);
        let answer = self
            .agent
            .post(format!("{}{path}", self.address))
            .header("cookie", self.cookies())
            .send_form(fields)?;
        ensure!(
            answer.status() == 303,
            "the form was answered with {}",
            answer.status()
        );
        self.keep(answer.headers());
        let place = answer.headers().get("location");
        Ok(place
            .and_then(|place| place.to_str().ok())
            .unwrap_or_default()
            .to_owned())
    }

    fn keep(&mut self, headers: &ureq::http::HeaderMap) {
        for cookie in headers.get_all("set-cookie") {
            let pair = cookie.to_str().unwrap_or_default().split(';').next();
            if let Some((name, value)) = pair.and_then(|pair| pair.split_once('=')) {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// What stands between two texts, the first time.
pub(super) fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}

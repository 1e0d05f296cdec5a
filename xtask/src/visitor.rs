//! A visitor: goes from page to page as a person's browser does, and lends the cookies it was given to a load.

use std::{collections::BTreeMap, time::Duration};

use anyhow::{Context as _, bail, ensure};

use crate::form::{Form, between};

/// What stands between the parts of a form with files; no file of ours holds it.
const BOUNDARY: &str = "chikaya-workshop-73a1";

type Response = ureq::http::Response<ureq::Body>;

/// What stands at an address.
pub(crate) enum Seen {
    /// A page.
    Page(String),
    /// The way to another address.
    Elsewhere(String),
}

/// A file to be sent.
pub(crate) struct File {
    /// Its name.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
}

/// A browser with its cookies.
pub(crate) struct Visitor {
    agent: ureq::Agent,
    address: String,
    cookies: BTreeMap<String, String>,
}

/// A case as its filer was told of it.
pub(crate) struct Filed {
    /// Reference.
    pub(crate) reference: String,
    /// The code that opens it.
    pub(crate) code: String,
}

impl Visitor {
    /// A browser that has not been here.
    pub(crate) fn new(address: String) -> Self {
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

    /// Goes on at another address, with the cookies it has.
    pub(crate) fn go_to(&mut self, address: &str) {
        address.clone_into(&mut self.address);
    }

    /// Signs in at the desk.
    pub(crate) fn sign_in(&mut self, email: &str, password: &str) -> anyhow::Result<()> {
        let fields = [("email", email), ("password", password)];
        self.send("/fr/desk/sign-in", &fields)
            .with_context(|| format!("{email} cannot sign in"))?;
        Ok(())
    }

    /// Opens a case with reference and code.
    pub(crate) fn open(&mut self, case: &Filed) -> anyhow::Result<()> {
        let fields = [("reference", &*case.reference), ("code", &*case.code)];
        self.send("/fr/track", &fields)
            .with_context(|| format!("{} does not open", case.reference))?;
        Ok(())
    }

    /// The page at an address, as text.
    pub(crate) fn page(&mut self, path: &str) -> anyhow::Result<String> {
        match self.look(path)? {
            Seen::Page(page) => Ok(page),
            Seen::Elsewhere(place) => bail!("{path} leads to {place}"),
        }
    }

    /// What stands at an address: a page, or the way to another one.
    pub(crate) fn look(&mut self, path: &str) -> anyhow::Result<Seen> {
        let mut answer = self.get(path)?;
        if answer.status() == 303 {
            return Ok(Seen::Elsewhere(place_in(answer.headers())));
        }
        ensure!(answer.status() == 200, "{path} answers {}", answer.status());
        Ok(Seen::Page(answer.body_mut().read_to_string()?))
    }

    /// The bytes of the file at an address.
    pub(crate) fn download(&mut self, path: &str) -> anyhow::Result<Vec<u8>> {
        let mut answer = self.get(path)?;
        ensure!(answer.status() == 200, "{path} answers {}", answer.status());
        Ok(answer.body_mut().read_to_vec()?)
    }

    fn get(&mut self, path: &str) -> anyhow::Result<Response> {
        let answer = self
            .agent
            .get(format!("{}{path}", self.address))
            .header("cookie", self.cookies())
            .call()?;
        self.keep(answer.headers());
        Ok(answer)
    }

    /// The cookies as a header.
    pub(crate) fn cookies(&self) -> String {
        let pairs: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    /// Files by the interface for programs.
    pub(crate) fn file(&self, key: &str, body: &str) -> anyhow::Result<Filed> {
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
    pub(crate) fn begin(&mut self, words: &str) -> anyhow::Result<Option<String>> {
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
        self.led_on(path, answer)
    }

    /// Sends a form as it was read and filled in; answers where it led.
    pub(crate) fn submit(&mut self, path: &str, form: &Form) -> anyhow::Result<String> {
        let answer = self
            .agent
            .post(format!("{}{path}", self.address))
            .header("cookie", self.cookies())
            .send_form(form.fields())?;
        self.led_on(path, answer)
    }

    /// Sends a form with a file; answers where it led.
    pub(crate) fn upload(
        &mut self,
        path: &str,
        form: &Form,
        file: &File,
    ) -> anyhow::Result<String> {
        let answer = self
            .agent
            .post(format!("{}{path}", self.address))
            .header("cookie", self.cookies())
            .header(
                "content-type",
                format!("multipart/form-data; boundary={BOUNDARY}"),
            )
            .send(parts(form, file))?;
        self.led_on(path, answer)
    }

    /// Where a form that was sent led; anything but a redirect is no success.
    fn led_on(&mut self, path: &str, mut answer: Response) -> anyhow::Result<String> {
        if answer.status() != 303 {
            let page = answer.body_mut().read_to_string()?;
            bail!("{path} answered a form with {}: {page}", answer.status());
        }
        self.keep(answer.headers());
        Ok(place_in(answer.headers()))
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

/// Where an answer leads, without what stands behind a question mark or a hash sign.
fn place_in(headers: &ureq::http::HeaderMap) -> String {
    let place = headers
        .get("location")
        .and_then(|place| place.to_str().ok());
    let path = place.and_then(|place| place.split(['?', '#']).next());
    path.unwrap_or_default().to_owned()
}

/// The body of a form with a file. The file comes after the fields, as in a browser.
fn parts(form: &Form, file: &File) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in form.fields() {
        body.extend_from_slice(
            format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )
            .as_bytes(),
        );
    }
    body.extend_from_slice(
        format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{}\"\r\n\
             content-type: application/octet-stream\r\n\r\n",
            file.name
        )
        .as_bytes(),
    );
    body.extend_from_slice(&file.bytes);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    body
}

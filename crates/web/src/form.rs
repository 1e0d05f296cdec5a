//! Forms: what was typed, opened only when it is genuine, and what is wrong with it, field by field.

use std::collections::BTreeMap;

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts as _, Request},
};

use chikaya_domain::text::free;

use crate::{
    csrf,
    error::{Kind, Problem},
    settings::State,
    visit::Visit,
};

/// The name of the hidden field that carries the token.
pub(crate) const TOKEN_FIELD: &str = "token";

/// Fields whose signs are a secret's own: they are left as they were typed.
const SECRET_FIELDS: [&str; 2] = ["password", "again"];

/// What was typed into a form, as [`free`] takes it.
#[derive(Clone, Default)]
pub(crate) struct Typed {
    pairs: Vec<(String, String)>,
}

impl Typed {
    /// What was typed into a field, as it is seen; empty when the field was not sent or nothing in it is seen.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.pairs
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value)
    }

    /// Whether a box was ticked or a button pressed.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.pairs
            .iter()
            .any(|(key, value)| key == name && !value.is_empty())
    }

    /// Everything sent under a name, as a list of boxes sends it.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.trim())
    }

    /// All fields whose name begins with `prefix`, by the rest of the name.
    pub(crate) fn group(&self, prefix: &str) -> BTreeMap<String, String> {
        self.pairs
            .iter()
            .filter_map(|(key, value)| Some((key.strip_prefix(prefix)?.to_owned(), value.clone())))
            .collect()
    }

    /// Fields as a form sent them.
    pub(crate) const fn of(pairs: Vec<(String, String)>) -> Self {
        Self { pairs }
    }

    /// Fields as the parts of a form with files carry them.
    pub(crate) fn of_parts(parts: Vec<(String, String)>) -> Self {
        let pairs = parts.into_iter().map(|(key, value)| carried(key, value));
        Self {
            pairs: pairs.collect(),
        }
    }

    /// Every field with its value, in the order of the form.
    pub(crate) fn into_pairs(self) -> Vec<(String, String)> {
        self.pairs
    }

    /// What a body says.
    pub(crate) fn parse(body: &[u8]) -> Self {
        Self {
            pairs: url::form_urlencoded::parse(body)
                .map(|(key, value)| carried(key.into_owned(), value.into_owned()))
                .map(|(key, value)| {
                    if SECRET_FIELDS.contains(&key.as_str()) {
                        (key, value)
                    } else {
                        let value = free(&value);
                        (key, value)
                    }
                })
                .collect(),
        }
    }
}

/// Fields whose value stands in their name, after a dot: browsers that fill what was typed into a page fetched anew, on
/// the way back, do so only where every field has the name it had. A version in a value would be the new page's, and the
/// words the old one's.
const IN_THE_NAME: &[&str] = &["version", "mark"];

/// A field as handlers know it.
fn carried(key: String, value: String) -> (String, String) {
    match key.split_once('.') {
        Some((name, rest)) if IN_THE_NAME.contains(&name) => (name.to_owned(), rest.to_owned()),
        _ => (key, value),
    }
}

/// A visit with a form that is genuine.
pub(crate) struct Protected {
    /// The visit.
    pub visit: Visit,
    /// What was typed.
    pub typed: Typed,
}

impl FromRequest<State> for Protected {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &State) -> Result<Self, Self::Rejection> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, state).await?;
        let headers = parts.headers.clone();
        let body = Bytes::from_request(Request::from_parts(parts, body), state)
            .await
            .map_err(|refusal| Problem::at(&visit, Kind::of_status(refusal.status())))?;
        let typed = Typed::parse(&body);
        let genuine = csrf::is_genuine(
            state,
            &visit.arrival.visitor,
            typed.text(TOKEN_FIELD),
            &headers,
        );
        if genuine {
            Ok(Self { visit, typed })
        } else {
            Err(Problem::at(&visit, Kind::FormStale))
        }
    }
}

/// What is wrong with a form: field to sentence, in the order of the form.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults {
    faults: Vec<(&'static str, String)>,
    /// What someone else wrote into the same form meanwhile, to be read beside what was typed.
    pub other: Vec<String>,
}

impl Faults {
    /// Nothing is wrong, but someone else wrote meanwhile.
    pub(crate) fn beside(other: Vec<String>) -> Self {
        Self {
            other,
            ..Self::default()
        }
    }

    /// Adds a fault, unless the field has one.
    pub(crate) fn add(&mut self, field: &'static str, sentence: impl Into<String>) {
        if self.of(field).is_none() {
            self.faults.push((field, sentence.into()));
        }
    }

    /// Adds a fault to a field that may have several, such as one for each file.
    pub(crate) fn add_another(&mut self, field: &'static str, sentence: impl Into<String>) {
        self.faults.push((field, sentence.into()));
    }

    /// Whether nothing is wrong.
    pub(crate) fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// How many fields are wrong.
    pub(crate) fn len(&self) -> usize {
        self.faults.len()
    }

    /// What is wrong with a field.
    pub(crate) fn of(&self, field: &str) -> Option<&str> {
        self.faults
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, sentence)| sentence.as_str())
    }

    /// Everything that is wrong with a field.
    pub(crate) fn every(&self, field: &str) -> Vec<&str> {
        self.faults
            .iter()
            .filter(|(name, _)| *name == field)
            .map(|(_, sentence)| sentence.as_str())
            .collect()
    }

    /// Every fault in order.
    pub(crate) fn all(&self) -> &[(&'static str, String)] {
        &self.faults
    }
}

//! JSON objects as they were sent: each field is asked for by name, and whatever is wrong with one is told beside its name.

use std::{borrow::Cow, collections::BTreeMap, fmt};

use axum::{
    Json,
    body::{Body, Bytes},
    extract::{FromRequest, Request, rejection::JsonRejection},
};
use chikaya_domain::text::line;
use serde::{
    Deserialize, Deserializer,
    de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::problem::FieldProblem;

/// What was sent as a JSON object: a list in its place is refused in words, never read field after field.
#[derive(Debug, Default)]
pub(crate) struct Object(BTreeMap<String, Sent>);

/// A JSON object as the body of a request, with or without the mark of UTF-8 that some programs write before it.
#[derive(Debug)]
pub(crate) struct Posted(pub Object);

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = JsonRejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, JsonRejection> {
        let (parts, body) = request.into_parts();
        let head = Request::from_parts(parts.clone(), body);
        let mut bytes = Bytes::from_request(head, state)
            .await
            .map_err(JsonRejection::BytesRejection)?;
        if bytes.starts_with(BYTE_ORDER_MARK) {
            bytes = bytes.slice(BYTE_ORDER_MARK.len()..);
        }
        let request = Request::from_parts(parts, Body::from(bytes));
        let Json(object) = Json::from_request(request, state).await?;
        Ok(Self(object))
    }
}

/// The byte order mark in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The value of a field, as far as this interface takes any.
#[derive(Debug)]
enum Sent {
    Nothing,
    Text(String),
    Number(f64),
    Object(Object),
    /// What no field is: a list, yes or no.
    Other,
}

/// Everything that is wrong with a body. The first fault of a field counts.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<FieldProblem>);

impl Faults {
    /// Names a fault of a field, unless one is named already.
    pub(crate) fn add(&mut self, field: impl Into<Cow<'static, str>>, error: &'static str) {
        let field = field.into();
        if self.0.iter().all(|known| known.field != field) {
            self.0.push(FieldProblem::new(field, error));
        }
    }

    /// Whether nothing is wrong.
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The faults, in the order in which they were named.
    pub(crate) fn into_fields(self) -> Vec<FieldProblem> {
        self.0
    }
}

impl Object {
    /// The text of a field; none when it is absent or `null`.
    pub(crate) fn text(&mut self, field: &'static str, faults: &mut Faults) -> Option<String> {
        match self.0.remove(field) {
            None | Some(Sent::Nothing) => None,
            Some(Sent::Text(text)) => Some(text),
            Some(_) => {
                faults.add(field, "not-text");
                None
            }
        }
    }

    /// The number of a field, whose name within the body is `name`; none when it is absent, `null` or empty.
    pub(crate) fn number(
        &mut self,
        field: &str,
        name: &'static str,
        faults: &mut Faults,
    ) -> Option<f64> {
        match self.0.remove(field) {
            None | Some(Sent::Nothing) => None,
            Some(Sent::Text(text)) if line(&text).is_empty() => None,
            Some(Sent::Number(number)) => Some(number),
            Some(_) => {
                faults.add(name, "not-a-number");
                None
            }
        }
    }

    /// The object of a field; none when it is absent, `null` or an empty text.
    pub(crate) fn object(&mut self, field: &'static str, faults: &mut Faults) -> Option<Self> {
        match self.0.remove(field) {
            None | Some(Sent::Nothing) => None,
            Some(Sent::Text(text)) if line(&text).is_empty() => None,
            Some(Sent::Object(object)) => Some(object),
            Some(_) => {
                faults.add(field, "not-an-object");
                None
            }
        }
    }

    /// Names what nobody asked for: the name of a field may be misspelt. `within` stands before it.
    pub(crate) fn nothing_else(self, within: &str, faults: &mut Faults) {
        for field in self.0.into_keys() {
            faults.add(format!("{within}{field}"), "unknown-field");
        }
    }
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Fields)
    }
}

impl<'de> Deserialize<'de> for Sent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Value)
    }
}

/// Reads the fields of an object.
struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Object;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut sent: A) -> Result<Object, A::Error> {
        let mut fields = BTreeMap::new();
        while let Some((name, value)) = sent.next_entry::<String, Sent>()? {
            if fields.contains_key(&name) {
                return Err(A::Error::custom(format_args!(
                    "the field `{name}` is sent twice"
                )));
            }
            fields.insert(name, value);
        }
        Ok(Object(fields))
    }
}

/// Reads any value.
struct Value;

impl<'de> Visitor<'de> for Value {
    type Value = Sent;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Sent, E> {
        Ok(Sent::Nothing)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Sent, E> {
        Ok(Sent::Other)
    }

    fn visit_f64<E>(self, number: f64) -> Result<Sent, E> {
        Ok(Sent::Number(number))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "degrees: whole numbers that large are out of range anyway"
    )]
    fn visit_i64<E>(self, number: i64) -> Result<Sent, E> {
        Ok(Sent::Number(number as f64))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "degrees: whole numbers that large are out of range anyway"
    )]
    fn visit_u64<E>(self, number: u64) -> Result<Sent, E> {
        Ok(Sent::Number(number as f64))
    }

    fn visit_str<E>(self, text: &str) -> Result<Sent, E> {
        Ok(Sent::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Sent, E> {
        Ok(Sent::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Sent, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Sent::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<Sent, A::Error> {
        Fields.visit_map(fields).map(Sent::Object)
    }
}

//! How a row of the table is taken: by whom, where, with what, and what is answered then.

use crate::{
    cases::dot,
    uploads::heads,
    visitor::{Answer, Carries, Visitor},
};

/// What a row needs to be taken: by whom, where, with what, and what is answered then.
pub(crate) struct Trial {
    pub(crate) browser: Visitor,
    pub(crate) address: String,
    pub(crate) form: Form,
    pub(crate) status: u16,
    /// The case it is about.
    pub(crate) reference: String,
    /// The word of the draft or invitation in its address.
    pub(crate) word: String,
}

/// What a row is sent.
pub(crate) enum Form {
    None,
    Fields(Vec<(&'static str, String)>),
    File,
    Json(String),
    /// By the tus protocol: with these bytes as a part at the beginning.
    Tus(String, Vec<u8>),
    /// The same under the key of a draft.
    Keyed(String),
}

/// The key of a draft that was written elsewhere.
pub(crate) const DRAFT_KEY: &str = "row-0123456789abcdef0123456789abcdef";

impl Trial {
    pub(crate) fn at(browser: Visitor, address: impl Into<String>, status: u16) -> Self {
        Self {
            browser,
            address: address.into(),
            form: Form::None,
            status,
            reference: String::new(),
            word: String::new(),
        }
    }

    pub(crate) fn with(mut self, fields: &[(&'static str, &str)]) -> Self {
        let fields = fields
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()));
        self.form = Form::Fields(fields.collect());
        self
    }

    pub(crate) async fn send(
        &self,
        browser: &mut Visitor,
        address: &str,
        carries: Carries,
    ) -> Answer {
        match &self.form {
            Form::None => browser.get(address).await,
            Form::Fields(fields) => {
                let fields: Vec<(&str, &str)> = fields
                    .iter()
                    .map(|(name, value)| (*name, value.as_str()))
                    .collect();
                browser.post_carrying(address, &fields, carries).await
            }
            Form::File => {
                browser
                    .upload(address, &[("second.png", &dot())], carries)
                    .await
            }
            Form::Json(body) => browser.post_json(address, "key-1", body).await,
            Form::Tus(method, part) => {
                let heads = heads(method, part.len());
                browser.speak(method, address, &heads, part).await
            }
            Form::Keyed(body) => browser.post_json(address, DRAFT_KEY, body).await,
        }
    }
}

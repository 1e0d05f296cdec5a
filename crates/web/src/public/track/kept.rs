//! What was typed into the fields of a case's page and must not be lost.

use axum::Extension;
use chikaya_service::interrupted::InterruptedPost;

use crate::{form::Typed, interrupted::Beside};

/// The act that only keeps what was typed.
pub(super) const KEEP: &str = "keep";

/// What was typed and must not be lost.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) reply: String,
    pub(super) message: String,
    pub(super) reason: String,
    /// Word of what was chosen of the judgement.
    pub(super) resolved: String,
    pub(super) treatment: String,
}

impl Kept {
    /// Puts words whose field the page has no more where they fit; answers those that fit nowhere. A reply to a question
    /// that is answered already is a message, and a message while a question waits is a reply.
    pub(super) fn settle(
        &mut self,
        can_reply: bool,
        can_add: bool,
        can_reopen: bool,
    ) -> Vec<String> {
        if !can_reply && can_add && self.message.is_empty() {
            self.message = std::mem::take(&mut self.reply);
        }
        if !can_add && can_reply && self.reply.is_empty() {
            self.reply = std::mem::take(&mut self.message);
        }
        [
            (can_reply, &mut self.reply),
            (can_add, &mut self.message),
            (can_reopen, &mut self.reason),
        ]
        .into_iter()
        .filter(|(has_field, words)| !has_field && !words.is_empty())
        .map(|(_, words)| std::mem::take(words))
        .collect()
    }

    pub(super) fn of(typed: &Typed) -> Self {
        Self {
            reply: typed.text("reply").to_owned(),
            message: typed.text("message").to_owned(),
            reason: typed.text("reason").to_owned(),
            resolved: typed.text("resolved").to_owned(),
            treatment: typed.text("treatment").to_owned(),
        }
    }

    /// Without what an act has carried out.
    pub(super) fn without(mut self, act: &str) -> Self {
        match act {
            "reply" => self.reply.clear(),
            "message" => self.message.clear(),
            "reopen" => self.reason.clear(),
            "judge" => {
                self.resolved.clear();
                self.treatment.clear();
            }
            _ => {}
        }
        self
    }

    /// Kept for the page, beside what was carried out.
    pub(super) fn beside(self, reference: &str) -> Extension<Beside> {
        let fields = [
            ("reply", self.reply),
            ("message", self.message),
            ("reason", self.reason),
            ("resolved", self.resolved),
            ("treatment", self.treatment),
        ];
        let post = InterruptedPost {
            action: format!("/track/{reference}/{KEEP}"),
            fields: fields
                .into_iter()
                .filter(|(_, typed)| !typed.is_empty())
                .map(|(name, typed)| (name.to_owned(), typed))
                .collect(),
        };
        Extension(Beside {
            post,
            is_heard: true,
        })
    }
}

//! Officers: they take cases under way and answer them at the desk, and look where they stand when the portal was away.

use anyhow::{Context as _, bail};

use super::{
    client::{Client, Next},
    ledger::{Ledger, Told},
};
use crate::{
    form::{Form, between},
    visitor::Visitor,
};

/// A sample officer who is signed in.
pub(super) struct Officer {
    visitor: Visitor,
    work: Option<Work>,
}

/// Where words stand on the page of a case.
pub(super) struct Found {
    /// How often as sent.
    pub(super) sent: usize,
    /// Whether they are also left as a draft, shown as not sent: the portal was killed after it had kept the answer and
    /// before it threw the draft away.
    pub(super) is_left: bool,
}

/// How the part of a page begins that shows drafts of acts that are not to be done any more.
const UNSENT: &str = "aria-labelledby=\"unsent\"";

/// A case on the desk.
struct Work {
    reference: String,
    /// The words by which its answer is known.
    words: String,
}

impl Officer {
    /// An officer who signs in.
    pub(super) fn sign_in(address: String, email: &str, password: &str) -> anyhow::Result<Self> {
        let mut visitor = Visitor::new(address);
        visitor.sign_in(email, password)?;
        Ok(Self {
            visitor,
            work: None,
        })
    }

    /// Where words stand on the page of a case.
    pub(super) fn find(&mut self, reference: &str, words: &str) -> anyhow::Result<Found> {
        let page = self.visitor.page(&address(reference))?;
        Ok(Found {
            sent: without_unsent(&page).matches(words).count(),
            is_left: between(&page, UNSENT, "</section>").is_some_and(|text| text.contains(words)),
        })
    }

    /// The next act on a case; answers whether its answer is there.
    fn step(&mut self, work: &Work) -> anyhow::Result<bool> {
        let case = address(&work.reference);
        let page = self.visitor.page(&case)?;
        if without_unsent(&page).contains(&work.words) {
            // It was sent, and what the portal said was lost.
            return Ok(true);
        }
        for act in ["examine", "take-up"] {
            let act = format!("{case}/{act}");
            if let Some(form) = Form::find(&page, &format!("\"{act}\"")) {
                self.visitor.submit(&act, &form)?;
                return Ok(false);
            }
        }
        let place = format!("{case}/answer");
        if !page.contains(&place) {
            bail!("{case} can be neither taken up nor answered");
        }
        let page = self.visitor.page(&place)?;
        let reasons = format!(
            "Le lampadaire de la rue a été réparé par le service technique de la commune, {}.",
            work.words
        );
        let form = Form::find(&page, "id=\"answer\"")
            .with_context(|| format!("{place} has no form"))?
            .with("outcome", "granted")
            .with("reasons", &reasons)
            .with("recourse", "");
        self.visitor.submit(&place, &form)?;
        Ok(true)
    }
}

impl Client for Officer {
    fn go_to(&mut self, address: &str) {
        self.visitor.go_to(address);
    }

    fn act(&mut self, ledger: &Ledger) -> anyhow::Result<Next> {
        let work = match self.work.take() {
            Some(work) => work,
            None => match ledger.take() {
                Some(reference) => Work {
                    reference,
                    words: format!("ordre de travaux {}", ledger.number()),
                },
                None => return Ok(Next::Nothing),
            },
        };
        match self.step(&work) {
            Ok(true) => ledger.note(Told::Answered {
                reference: work.reference,
                words: work.words,
            }),
            Ok(false) => self.work = Some(work),
            Err(error) => {
                self.work = Some(work);
                return Err(error);
            }
        }
        Ok(Next::More)
    }

    fn is_under_way(&self) -> bool {
        self.work.is_some()
    }
}

/// A page without the part that shows what was not sent.
fn without_unsent(page: &str) -> String {
    let Some((before, rest)) = page.split_once(UNSENT) else {
        return page.to_owned();
    };
    let after = rest.split_once("</section>").map_or("", |(_, after)| after);
    format!("{before}{after}")
}

/// The page of a case at the desk.
fn address(reference: &str) -> String {
    format!("/fr/desk/case/{reference}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_sent_does_not_count_as_sent() {
        let page = format!("<p>words</p><section {UNSENT}>words</section><p>words</p>");
        assert_eq!(without_unsent(&page).matches("words").count(), 2);
        assert_eq!(without_unsent("<p>words</p>"), "<p>words</p>");
    }
}

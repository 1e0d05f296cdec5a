//! Which list the desk is asked for, read from an address and written into others.

use chikaya_domain::case::Kind as CaseKind;
use chikaya_service::{
    case::queue::{Listing, Order, View},
    dashboard::Behind,
};

use super::behind;
use crate::{sought, visit::Visit};

/// The parameter that says whence a case was opened, where that is no list that an address can ask for.
const FROM: &str = "from";

/// From what was found for the name of a filer.
const FROM_FILER: &str = "filer";

fn is_from_filer(visit: &Visit) -> bool {
    visit.parameter(FROM).as_deref() == Some(FROM_FILER)
}

/// What is listed: a queue, perhaps of one kind and from some place on, or what a search finds.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) view: View,
    pub(crate) kind: Option<CaseKind>,
    pub(crate) order: Order,
    pub(crate) after: Option<String>,
    pub(crate) question: String,
    /// Whether a filer was asked for, by a name that stands in no address: beside a case that is opened stands the queue.
    pub(crate) is_filer: bool,
    /// The figure of a dashboard of which the cases are asked for.
    pub(crate) behind: Option<Behind>,
}

impl Asked {
    /// A filer, by name.
    pub(crate) fn filer() -> Self {
        Self {
            view: View::Open,
            kind: None,
            order: Order::DueFirst,
            after: None,
            question: String::new(),
            is_filer: true,
            behind: None,
        }
    }

    pub(super) fn is_search(&self) -> bool {
        self.is_filer || !self.question.is_empty()
    }

    /// What the address asks for; the open cases when it asks for nothing.
    pub(crate) fn of(visit: &Visit) -> Self {
        Self {
            view: visit
                .parameter("view")
                .and_then(|word| View::from_word(&word))
                .unwrap_or(View::Open),
            kind: visit
                .parameter("kind")
                .and_then(|word| CaseKind::from_word(&word)),
            order: match visit.parameter("order").as_deref() {
                Some("last") => Order::DueLast,
                _ => Order::DueFirst,
            },
            after: visit.parameter("after"),
            question: visit.parameter("q").unwrap_or_default(),
            is_filer: false,
            behind: behind::of(visit),
        }
    }

    /// What is asked of the clerks.
    pub(crate) fn listing(&self) -> Listing {
        if self.question.is_empty() {
            Listing::View {
                view: self.view,
                kind: self.kind,
                order: self.order,
                after: self.after.clone(),
            }
        } else {
            Listing::Words {
                question: self.question.clone(),
                after: self.after.clone(),
            }
        }
    }

    /// What the address of a case asks to list beside it, if anything.
    pub(crate) fn beside(visit: &Visit) -> Option<Self> {
        let is_asked = visit.parameter("view").is_some() || visit.parameter("q").is_some();
        is_asked.then(|| Self::of(visit))
    }

    /// What keeps the list beside the case in further addresses; nothing when there is none.
    pub(crate) fn kept(visit: &Visit) -> String {
        if is_from_filer(visit) {
            return Self::filer().query();
        }
        Self::beside(visit).map_or_else(String::new, |asked| asked.query())
    }

    /// Where the list is, alone, from which a case was opened.
    pub(crate) fn back(visit: &Visit) -> String {
        if is_from_filer(visit) {
            return sought::again(&visit.path("/desk/filer"));
        }
        visit.path(&format!("/desk{}", Self::kept(visit)))
    }

    /// The same as the question part of an address.
    pub(crate) fn query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        if self.is_filer {
            query.append_pair(FROM, FROM_FILER);
            return format!("?{}", query.finish());
        }
        if self.question.is_empty() {
            if let Some(figure) = &self.behind {
                behind::write(figure, &mut query);
            } else {
                query.append_pair("view", self.view.as_str());
            }
            if let Some(kind) = self.kind {
                query.append_pair("kind", kind.as_str());
            }
            if self.order == Order::DueLast {
                query.append_pair("order", "last");
            }
        } else {
            query.append_pair("q", &self.question);
        }
        if let Some(after) = &self.after {
            query.append_pair("after", after);
        }
        format!("?{}", query.finish())
    }
}

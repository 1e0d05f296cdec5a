//! Doors: where people prove who they are, and the way back to where they were.

use axum::response::{IntoResponse, Redirect, Response};
use chikaya_service::token::Token;

use crate::visit::Visit;

/// The parameter that says where someone goes once they have come in: a page below the language.
const TO: &str = "to";

/// The parameter that says that something was sent on the way here, and is kept.
const KEPT: &str = "kept";

/// The parameter that says why someone who is signed in is led to a door.
const AGAIN: &str = "again";

/// Where the doors of areas lead by themselves.
const HOMES: &[&str] = &["/desk", "/account"];

/// A door someone is led to before they come to a page. Travels with the answer, so that what was typed can be kept.
#[derive(Clone, Debug)]
pub(crate) struct Door {
    /// The address of the door, which may have parameters of its own.
    place: String,
    /// Where the person goes afterwards; `None` when the door knows that by itself.
    to: Option<String>,
    /// A session that has ended: only its holder gets to see what was typed.
    pub session: Option<Token>,
    /// What it says is kept behind it.
    keeps: Option<Keeps>,
    /// Whether it is for someone who is signed in and has to show once more who they are.
    is_again: bool,
}

/// What waits behind a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeps {
    /// Something that was written.
    Words,
    /// Something that was to be done by a button.
    Act,
}

impl Keeps {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Words => "yes",
            Self::Act => "act",
        }
    }

    /// The key of the sentence that says so at the door.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Words => "kept-behind-the-door",
            Self::Act => "kept-act-behind-the-door",
        }
    }
}

impl Door {
    /// The door of an area, for someone on their way to the page of this visit.
    pub(crate) fn of(visit: &Visit, place: &str, session: Option<Token>) -> Self {
        Self {
            place: visit.path(place),
            to: Some(visit.arrival.rest.clone()).filter(|page| !HOMES.contains(&page.as_str())),
            session,
            keeps: None,
            is_again: false,
        }
    }

    /// The door of the desk, for someone who is signed in and has to show once more who they are.
    pub(crate) fn again(visit: &Visit, session: Option<Token>) -> Self {
        Self {
            is_again: true,
            ..Self::of(visit, "/desk/sign-in", session)
        }
    }

    /// A door that leads to one page by itself.
    pub(crate) const fn leading_by_itself(place: String) -> Self {
        Self {
            place,
            to: None,
            session: None,
            keeps: None,
            is_again: false,
        }
    }

    /// The same door with another way on.
    pub(crate) fn leading_to(mut self, page: String) -> Self {
        self.to = Some(page);
        self
    }

    /// The same door, which says what is kept behind it.
    pub(crate) const fn keeping(mut self, what: Keeps) -> Self {
        self.keeps = Some(what);
        self
    }
}

impl IntoResponse for Door {
    fn into_response(self) -> Response {
        let place = match &self.to {
            Some(page) => with_way(&self.place, page),
            None => self.place.clone(),
        };
        let place = match self.keeps {
            Some(what) => with(&place, KEPT, what.as_str()),
            None => place,
        };
        let place = if self.is_again {
            with(&place, AGAIN, "yes")
        } else {
            place
        };
        let mut response = Redirect::to(&place).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// An address with the way on from it.
fn with_way(place: &str, page: &str) -> String {
    with(place, TO, page)
}

/// An address with one parameter more.
pub(crate) fn with(place: &str, name: &str, value: &str) -> String {
    let value: String = url::form_urlencoded::byte_serialize(value.as_bytes()).collect();
    let mark = if place.contains('?') { '&' } else { '?' };
    format!("{place}{mark}{name}={value}")
}

/// What waits behind the door of this visit.
pub(crate) fn keeps(visit: &Visit) -> Option<Keeps> {
    let word = visit.parameter(KEPT)?;
    Some(if word == Keeps::Act.as_str() {
        Keeps::Act
    } else {
        Keeps::Words
    })
}

/// Whether whoever stands at the door of this visit is signed in, and has to show once more who they are.
pub(crate) fn is_again(visit: &Visit) -> bool {
    visit.parameter(AGAIN).is_some()
}

/// The next door on the same way: the second factor after the password.
pub(crate) fn next_door(visit: &Visit, place: &str) -> String {
    let place = visit.path(place);
    let place = match visit.parameter(TO) {
        Some(page) => with_way(&place, &page),
        None => place,
    };
    match keeps(visit) {
        Some(what) => with(&place, KEPT, what.as_str()),
        None => place,
    }
}

/// The page, below the language, where someone goes who has come in: where they were, if that lies in one of `areas`,
/// else `home`.
pub(crate) fn way_on(visit: &Visit, areas: &[&str], home: &str) -> String {
    visit
        .parameter(TO)
        .filter(|page| is_within(page, areas))
        .unwrap_or_else(|| home.to_owned())
}

/// Whether a page lies in one of these areas. Signs that an address does not have stand in none: what is written into
/// a header stays one line.
pub(crate) fn is_within(page: &str, areas: &[&str]) -> bool {
    let path = page.split('?').next().unwrap_or_default();
    page.bytes()
        .all(|sign| sign.is_ascii_graphic() && sign != b'\\')
        && areas.iter().any(|area| {
            path.strip_prefix(area)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_stays_within_its_area() {
        let areas = &["/desk", "/admin"];
        for page in [
            "/desk",
            "/desk?view=open",
            "/desk/case/CK-26-7K3M-9QDX/answer?view=open&x=%D8%A7",
            "/admin/people",
        ] {
            assert!(is_within(page, areas), "{page}");
        }
        for page in [
            "",
            "/",
            "//evil.example/desk",
            "/deskevil",
            "/account",
            "https://evil.example/desk",
            "/desk\r\nset-cookie: a=b",
            "/desk/\\evil.example",
            "/desk/ه",
        ] {
            assert!(!is_within(page, areas), "{page}");
        }
    }

    #[test]
    fn the_way_on_is_one_parameter() {
        assert_eq!(
            with_way("/fr/desk/sign-in", "/desk?view=open&q=a b"),
            "/fr/desk/sign-in?to=%2Fdesk%3Fview%3Dopen%26q%3Da+b"
        );
        assert_eq!(
            with_way("/fr/track?reference=X", "/track/X/verify"),
            "/fr/track?reference=X&to=%2Ftrack%2FX%2Fverify"
        );
    }
}

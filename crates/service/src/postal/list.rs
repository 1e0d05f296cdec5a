//! The postal register of a body, by day.

use chikaya_domain::{
    access::{self, Action, Standing},
    id::OrganisationCode,
};
use chikaya_store::{
    StoreError,
    case::taken_down::Place,
    postal::{self, Asked},
};
use jiff::{Span, civil::Date};

use super::entry::Direction;
use crate::{
    Clerks, Trouble,
    case::filed_here::{place_of, word_of},
    staff::Officer,
};

/// Lines of a page.
pub const POSTAL_LINES: usize = 50;

/// What is asked of the register.
#[derive(Clone, Debug)]
pub struct PostalAsked {
    /// The first day of entering.
    pub from: Date,
    /// The last one.
    pub until: Date,
    /// Which way; both where none is named.
    pub direction: Option<Direction>,
    /// The place after which to go on, as a page before gave it.
    pub after: Option<String>,
    /// Lines at most.
    pub lines: usize,
}

/// A letter of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalLine {
    /// Which way it went.
    pub direction: Direction,
    /// The reference of its case.
    pub reference: String,
    /// The day that stands on it, where that is known.
    pub written_on: Option<Date>,
    /// The day on which it came or went.
    pub moved_on: Date,
}

/// A page of the register.
#[derive(Clone, Debug)]
pub struct PostalPage {
    /// Whose it is.
    pub organisation: OrganisationCode,
    /// Its lines, those entered last first.
    pub lines: Vec<PostalLine>,
    /// The place after which the next page begins, where there is one.
    pub next: Option<String>,
}

/// Whether an officer reads the postal register of their body.
pub fn may_see(officer: &Officer) -> bool {
    access::allows(officer.role, Action::Tell, Standing::Own)
}

impl Clerks {
    /// The postal register of an officer's body, those entered last first.
    pub async fn postal_register(
        &self,
        officer: Officer,
        asked: PostalAsked,
    ) -> Result<PostalPage, Trouble> {
        officer.must_be_allowed(Action::Tell)?;
        self.read(move |tx, circumstances| {
            let calendar = &circumstances.country.calendar;
            let after = asked.after.as_deref().and_then(place_of);
            let ended = asked.until.saturating_add(Span::new().days(1));
            let limit = i64::try_from(asked.lines.saturating_add(1)).unwrap_or(i64::MAX);
            let mut found = postal::list(
                tx,
                Asked {
                    organisation: &officer.organisation,
                    since: calendar.beginning_of(asked.from).as_microsecond(),
                    until: calendar.beginning_of(ended).as_microsecond(),
                    direction: asked.direction.map_or("", Direction::as_str),
                },
                after.unwrap_or(Place::FIRST),
                limit,
            )?;
            let has_more = found.len() > asked.lines;
            found.truncate(asked.lines);
            let next = found
                .last()
                .filter(|_| has_more)
                .map(|last| word_of(last.place));
            let lines = found
                .into_iter()
                .map(|item| {
                    let unreadable = |column: &str| StoreError::unreadable(column, item.place.id);
                    let day =
                        |text: &str, column| text.parse::<Date>().map_err(|_| unreadable(column));
                    Ok(PostalLine {
                        direction: Direction::from_word(&item.direction)
                            .ok_or_else(|| unreadable("postal_item.direction"))?,
                        written_on: item
                            .written_on
                            .as_deref()
                            .map(|text| day(text, "postal_item.written_on"))
                            .transpose()?,
                        moved_on: day(&item.moved_on, "postal_item.moved_on")?,
                        reference: item.reference,
                    })
                })
                .collect::<Result<_, StoreError>>()?;
            Ok(PostalPage {
                organisation: officer.organisation.clone(),
                lines,
                next,
            })
        })
        .await
    }
}

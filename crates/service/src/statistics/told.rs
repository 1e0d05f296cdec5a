//! What may be told of figures: the types that leave the house.

use chikaya_domain::{
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    statistics::{
        Axis, Cell, Count, Curve, Figures, Month, Months, Proportion, Shown, Waits, publish,
    },
};
use jiff::{Timestamp, civil::Date};

use super::matter::{MOVED, Matter, ShownOf, told_words};

/// Of what figures are told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The whole country.
    Country,
    /// A body.
    Body(OrganisationCode),
    /// A subject, or a sector of subjects.
    Subject(SubjectCode),
    /// A territory with all within it.
    Territory(TerritoryCode),
}

impl Scope {
    pub(super) fn cell(&self, is_sample: bool) -> Cell {
        let (axis, key) = match self {
            Self::Country => (Axis::Country, String::new()),
            Self::Body(code) => (Axis::Body, code.to_string()),
            Self::Subject(code) => (Axis::Subject, code.to_string()),
            Self::Territory(code) => (Axis::Territory, code.to_string()),
        };
        Cell {
            axis,
            key,
            is_sample,
        }
    }
}

/// What is compared side by side.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Compared {
    /// Bodies.
    Bodies,
    /// Sectors of subjects.
    Sectors,
    /// The subjects of a sector.
    SubjectsOf(SubjectCode),
    /// Every sector and subject.
    EverySubject,
    /// Regions, and what is no place within the country.
    Regions,
    /// The territories next within one.
    Within(TerritoryCode),
    /// Every territory.
    EveryTerritory,
}

impl Compared {
    /// The family that is told of a year; none where it is put together of several.
    pub(super) fn family(&self) -> Option<String> {
        Some(match self {
            Self::Bodies => "bodies".to_owned(),
            Self::Sectors => "sectors".to_owned(),
            Self::SubjectsOf(sector) => format!("subjects-of {sector}"),
            Self::Regions => "regions".to_owned(),
            Self::Within(territory) => format!("within {territory}"),
            Self::EverySubject | Self::EveryTerritory => return None,
        })
    }

    pub(super) const fn axis(&self) -> Axis {
        match self {
            Self::Bodies => Axis::Body,
            Self::Sectors | Self::SubjectsOf(_) | Self::EverySubject => Axis::Subject,
            Self::Regions | Self::Within(_) | Self::EveryTerritory => Axis::Territory,
        }
    }
}

/// The state of the record that figures tell of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The number of the edition; 0 where there is none yet, or where this is told as it stands now.
    pub edition: i64,
    /// The position of the last event that is counted; 0 where none is.
    pub position: i64,
    /// When that event happened.
    pub at: Option<Timestamp>,
    /// The day to which times of what is open are counted.
    pub today: Date,
    /// Whether samples are counted, and nothing else.
    pub is_sample: bool,
    /// Whether the counts are being made anew, or for the first time, and hold a part of the record alone.
    pub is_partial: bool,
}

/// Figures that may be published: what is small is left out, with what would tell it.
#[derive(Clone, Debug)]
pub struct Published {
    /// The months.
    pub months: Months,
    /// Everything that is told as a whole, some of it in parts.
    shown: ShownOf,
    /// How long cases of these months waited, where enough of them are told.
    curve: Option<(Waits, Curve)>,
    /// Month by month.
    pub flows: Vec<PublishedFlow>,
}

/// How long cases waited.
#[derive(Clone, Copy, Debug)]
pub struct Times<'a> {
    /// How many they are; none where they are few, or where that would tell how many gave no name.
    pub cases: Option<i64>,
    /// How many of them still wait, or left; none where they are few.
    pub waiting: Option<i64>,
    /// The share that is answered by each day.
    pub curve: &'a Curve,
}

/// A month as it may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishedFlow {
    /// The month.
    pub month: Month,
    /// What came.
    pub received: Option<i64>,
    /// What was answered.
    pub answered: Option<i64>,
    /// What was open at its end.
    pub open: Option<i64>,
}

impl Published {
    /// Figures of which this is shown.
    pub(super) fn of(figures: &Figures, shown: ShownOf) -> Self {
        let waits = (figures.waits.cases() >= publish::SMALLEST.unsigned_abs())
            .then(|| figures.waits.clone());
        Self::kept(figures.months, shown, waits)
    }

    /// Figures as they were kept.
    pub(super) fn kept(months: Months, shown: ShownOf, waits: Option<Waits>) -> Self {
        Self {
            months,
            flows: flows(months, &shown),
            shown,
            curve: waits.map(|waits| {
                let curve = waits.curve();
                (waits, curve)
            }),
        }
    }

    /// Everything that is shown.
    pub(super) const fn all_shown(&self) -> &ShownOf {
        &self.shown
    }

    /// How long cases waited, where that is told.
    pub(super) fn waits(&self) -> Option<&Waits> {
        self.curve.as_ref().map(|(waits, _)| waits)
    }

    /// Nothing at all.
    pub(super) fn nothing(months: Months) -> Self {
        let flows = months.each().map(|month| PublishedFlow {
            month,
            received: None,
            answered: None,
            open: None,
        });
        Self {
            months,
            shown: ShownOf::new(),
            curve: None,
            flows: flows.collect(),
        }
    }

    /// What is shown of a matter.
    pub(super) fn shown(&self, matter: Matter) -> Option<Shown> {
        self.shown.get(&matter).cloned()
    }

    fn whole(&self, matter: Matter) -> Option<i64> {
        self.shown.get(&matter)?.whole
    }

    fn part(&self, matter: Matter, place: usize) -> Option<i64> {
        let shown = self.shown.get(&matter)?;
        shown.parts.get(place).copied().flatten()
    }

    /// A proportion of enough, of whom neither those meant nor the others are few.
    fn proportion(&self, matter: Matter) -> Option<Proportion> {
        let shown = self.shown.get(&matter)?;
        let of = shown.whole.filter(|of| *of >= publish::SMALLEST)?;
        let [Some(part), Some(_)] = shown.parts[..] else {
            return None;
        };
        Some(Proportion { part, of })
    }

    /// How many of a count, by word; words of which nothing was counted are left out.
    pub fn by_word(&self, count: Count) -> impl Iterator<Item = (&'static str, Option<i64>)> {
        let parts = self.shown.get(&Matter::Words(count));
        let parts = parts.map_or_else(Vec::new, |shown| shown.parts.clone());
        let words = told_words(count).into_iter().zip(parts);
        words.filter(|(_, cases)| *cases != Some(0))
    }

    /// How many of one word; none where it is left out, or not told of at all.
    pub fn of_word(&self, count: Count, word: &str) -> Option<i64> {
        let shown = self.shown.get(&Matter::Words(count))?;
        let words = told_words(count);
        let place = words.iter().position(|other| *other == word)?;
        shown.parts.get(place).copied().flatten()
    }

    /// Whether a count is told of at all: some are counted for the country and bodies alone.
    pub fn tells(&self, count: Count) -> bool {
        let moved = MOVED.iter().position(|moved| *moved == count);
        self.shown.contains_key(&Matter::Words(count))
            || self.shown.contains_key(&Matter::Alone(count))
            || moved.is_some_and(|place| {
                let shown = self.shown.get(&Matter::Moved);
                shown.is_some_and(|shown| place < shown.parts.len())
            })
    }

    /// How many of a count; none where they are few.
    pub fn total(&self, count: Count) -> Option<i64> {
        match MOVED.iter().position(|moved| *moved == count) {
            Some(place) => self.part(Matter::Moved, place),
            None => self
                .whole(Matter::Words(count))
                .or_else(|| self.whole(Matter::Alone(count))),
        }
    }

    /// Answers in time, of all that were due in those of the months that are over.
    pub fn in_time(&self) -> Option<Proportion> {
        self.proportion(Matter::InTime)
    }

    /// Of those who said whether their problem is solved, how many said yes.
    pub fn resolved(&self) -> Option<Proportion> {
        self.proportion(Matter::Resolved)
    }

    /// Of those who said how they were treated, how many said well.
    pub fn treated(&self) -> Option<Proportion> {
        self.proportion(Matter::Treated)
    }

    /// How long cases of these months waited.
    pub fn times(&self) -> Option<Times<'_>> {
        Some(Times {
            cases: self.part(Matter::Cases, 0),
            waiting: self.part(Matter::Waiting, 1),
            curve: self.curve.as_ref().map(|(_, curve)| curve)?,
        })
    }

    /// Open at the end of the months.
    pub fn open(&self) -> Option<i64> {
        self.flows.last()?.open
    }

    /// Open with their time over, by today.
    pub fn overdue(&self) -> Option<i64> {
        self.whole(Matter::Overdue)
    }
}

/// Months as they are told.
fn flows(months: Months, shown: &ShownOf) -> Vec<PublishedFlow> {
    let part = |matter: Matter, place: usize| {
        let parts = &shown.get(&matter)?.parts;
        parts.get(place).copied().flatten()
    };
    months
        .each()
        .enumerate()
        .map(|(place, month)| PublishedFlow {
            month,
            received: part(Matter::Received, place),
            answered: part(Matter::Answered, place),
            open: part(Matter::Open, place),
        })
        .collect()
}

/// What is told of a scope.
#[derive(Clone, Debug)]
pub struct Told {
    /// The state of the record.
    pub as_of: AsOf,
    /// The figures.
    pub figures: Published,
    /// Those of the year before.
    pub before: Published,
}

/// One of several that are compared.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its code.
    pub code: String,
    /// How many cases came; none where they are few.
    pub received: Option<i64>,
    /// Its figures; none where the cases that came are left out.
    pub figures: Option<Published>,
}

impl Row {
    pub(super) fn of(code: String, figures: Option<Published>) -> Self {
        Self {
            code,
            received: figures
                .as_ref()
                .and_then(|told| told.total(Count::Received)),
            figures,
        }
    }
}

/// Rows in an order that tells nothing of those that are left out.
pub(super) fn rows_in_order(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by(|left, right| {
        right
            .received
            .cmp(&left.received)
            .then_with(|| left.code.cmp(&right.code))
    });
    rows
}

/// The months of a year, as far as it has come on a day.
pub fn of_year(year: i16, today: Date) -> Months {
    let month = |month| Month::of(Date::constant(year, month, 1));
    Months {
        from: month(1),
        until: month(12).min(Month::of(today)).max(month(1)),
    }
}

/// What is compared.
#[derive(Clone, Debug)]
pub struct Table {
    /// The state of the record.
    pub as_of: AsOf,
    /// Whether anything is told of them: nothing is, where nothing is told of what is around them.
    pub is_told: bool,
    /// What is told of one of which nothing is counted.
    pub(super) none: Published,
    /// One for each of which something is counted; whoever received most comes first, and those that are left out last, by
    /// their codes.
    pub rows: Vec<Row>,
}

impl Table {
    /// What is told of one of them; of whom nothing is counted there are only noughts.
    pub(super) fn figures_of(&self, code: &str, months: Months) -> Published {
        let row = self.rows.iter().find(|row| row.code == code);
        let figures = row.map_or_else(
            || self.is_told.then(|| self.none.clone()),
            |row| row.figures.clone(),
        );
        figures.unwrap_or_else(|| Published::nothing(months))
    }
}

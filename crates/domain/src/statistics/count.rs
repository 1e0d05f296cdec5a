//! What is counted, and what each event changes of it. A pure function of the event, of how the case stood before and
//! after, and of what never changes about the case: whoever has the events counts the same.

use std::{collections::BTreeMap, fmt};

use jiff::civil::Date;

use crate::{
    Language,
    answer::Outcome,
    case::{Channel, Kind, Resolved, Treatment},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    person::Category,
    word::word_enum,
};

word_enum! {
    /// Along what is counted.
    Axis {
        /// The whole country: one count.
        Country => "country",
        /// A body, by its code.
        Body => "body",
        /// A subject, and the sector around it, by code; empty where nobody knows it.
        Subject => "subject",
        /// A territory, and those around it, by code; empty where nobody knows it.
        Territory => "territory",
        /// A subject at a body: both codes, with a space between.
        BodySubject => "body-subject",
        /// A place at a body: both codes, with a space between.
        BodyTerritory => "body-territory",
    }
}

word_enum! {
    /// What is counted. Each belongs to a month: that in which it happened, in which its case was filed (`open-since`,
    /// `answered-after`, `left-after`), or in which an answer was due (`due`, `in-time`, `late`).
    Count {
        /// Filings, by kind.
        Received => "received",
        /// Filings, by the way they came.
        ReceivedBy => "received-by",
        /// Filings, by the nature of the filer.
        ReceivedOf => "received-of",
        /// Filings, by the language of the filer.
        ReceivedIn => "received-in",
        /// Cases found admissible.
        Examined => "examined",
        /// Cases that came from another body.
        HandedIn => "handed-in",
        /// Cases that went to another body.
        HandedOn => "handed-on",
        /// Refusals of competence.
        CompetenceRefused => "competence-refused",
        /// Answers, by outcome.
        Answered => "answered",
        /// Reopenings.
        Reopened => "reopened",
        /// Judgements: was it solved?
        Resolved => "resolved",
        /// Judgements: were they treated properly?
        Treatment => "treatment",
        /// Cases withdrawn before any answer.
        Withdrawn => "withdrawn",
        /// Cases that were never answered and are open, by the day of filing.
        OpenSince => "open-since",
        /// First answers, by the days from the day of filing.
        AnsweredAfter => "answered-after",
        /// Cases that left without an answer, by the days from the day of filing.
        LeftAfter => "left-after",
        /// Answers that are owed, by the day on which they are due.
        Due => "due",
        /// Answers given by the day on which they were due.
        InTime => "in-time",
        /// Answers given after it.
        Late => "late",
        /// How many more are open at the end of a month than at its beginning; below zero where more ended than came. All
        /// months until one, added up, are those open at its end.
        Stock => "stock",
    }
}

impl Count {
    /// What its value says; nothing where it has none.
    pub const fn value(self) -> Option<&'static str> {
        match self {
            Self::Received => Some("kind"),
            Self::ReceivedBy => Some("channel"),
            Self::ReceivedOf => Some("category"),
            Self::ReceivedIn => Some("language"),
            Self::Answered => Some("outcome"),
            Self::Resolved | Self::Treatment => Some("word"),
            Self::OpenSince => Some("day of filing"),
            Self::AnsweredAfter | Self::LeftAfter => Some("days"),
            Self::Due => Some("day"),
            Self::Examined
            | Self::HandedIn
            | Self::HandedOn
            | Self::CompetenceRefused
            | Self::Reopened
            | Self::Withdrawn
            | Self::InTime
            | Self::Late
            | Self::Stock => None,
        }
    }

    /// What is counted, and in which month where that is not the month in which it happened.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Received => "filings",
            Self::ReceivedBy => "filings, by the way they came",
            Self::ReceivedOf => "filings, by the nature of the filer",
            Self::ReceivedIn => "filings, by the language of the filer",
            Self::Examined => "cases found admissible",
            Self::HandedIn => "cases that came from another body; along bodies alone",
            Self::HandedOn => "cases that went to another body; along bodies alone",
            Self::CompetenceRefused => "refusals of competence",
            Self::Answered => "answers; a case that is reopened and answered again has two",
            Self::Reopened => "reopenings",
            Self::Resolved => "judgements of the answer: was the problem solved",
            Self::Treatment => "judgements of the answer: were they treated properly",
            Self::Withdrawn => "cases that ended before any answer",
            Self::OpenSince => "cases that were never answered and are open; month of filing",
            Self::AnsweredAfter => "first answers, by days from the filing; month of filing",
            Self::LeftAfter => {
                "cases that left without an answer, by days from the filing; month of filing"
            }
            Self::Due => {
                "answers that are owed, by the day on which they are due; month of that day"
            }
            Self::InTime => "answers given by the day on which they were due; month of that day",
            Self::Late => "answers given after it; month of that day",
            Self::Stock => {
                "how many more are open at the end of the month than at its beginning; may be below zero"
            }
        }
    }

    /// Whether it is counted along an axis: of subjects and places at one body the register wants what came and how it
    /// was answered.
    pub const fn is_along(self, axis: Axis) -> bool {
        match axis {
            Axis::Country | Axis::Body => true,
            Axis::Subject | Axis::Territory => {
                !matches!(self, Self::ReceivedBy | Self::ReceivedOf | Self::ReceivedIn)
            }
            Axis::BodySubject | Axis::BodyTerritory => {
                matches!(self, Self::Received | Self::Answered)
            }
        }
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Month {
    /// The month of a day.
    pub fn of(day: Date) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
        }
    }

    /// The month as it is kept: `2026-11`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let first = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
        (year.len() == 4 && month.len() == 2).then_some(Self::of(first))
    }

    /// Its year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        Date::constant(self.year, self.month, 1)
    }

    /// The same month a year earlier.
    #[must_use]
    pub const fn a_year_before(self) -> Self {
        Self {
            year: self.year - 1,
            month: self.month,
        }
    }

    /// The month so many months before it.
    #[must_use]
    pub fn before(self, months: u16) -> Self {
        let all = i32::from(self.year) * 12 + i32::from(self.month) - 1 - i32::from(months);
        let part = |number: i32| i16::try_from(number).unwrap_or(0);
        Self {
            year: part(all.div_euclid(12)),
            month: i8::try_from(all.rem_euclid(12) + 1).unwrap_or(1),
        }
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        match self.month {
            12 => Self {
                year: self.year + 1,
                month: 1,
            },
            month => Self {
                year: self.year,
                month: month + 1,
            },
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year, self.month)
    }
}

/// Where something is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Along what.
    pub axis: Axis,
    /// Which body, subject or place.
    pub key: String,
    /// Whether of samples: they are never counted with what people filed.
    pub is_sample: bool,
}

/// What is counted there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Counted {
    /// Where.
    pub cell: Cell,
    /// In which month.
    pub month: Month,
    /// What.
    pub count: Count,
    /// Which of them: a word, a number of days, a day as `2026-11-30`, or nothing.
    pub value: String,
}

/// How a case stood, as far as it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The body that has it.
    pub organisation: OrganisationCode,
    /// What it is about, and the sector around that; nothing where nobody knows.
    pub subjects: Vec<SubjectCode>,
    /// Where, and the territories around that; nothing where nobody knows.
    pub territories: Vec<TerritoryCode>,
    /// Whether an answer is owed.
    pub is_open: bool,
    /// Whether it was answered before.
    pub was_answered: bool,
    /// The last day for the answer.
    pub answer_due: Date,
}

/// What happened, as far as it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// The case was filed.
    Filed,
    /// It was found admissible.
    Examined,
    /// A body said that it is not competent.
    CompetenceRefused,
    /// It was answered.
    Answered(Outcome),
    /// Its answer was judged.
    Judged(Resolved, Option<Treatment>),
    /// It was reopened.
    Reopened,
    /// Anything else: what it changes shows in how the case stands.
    Other,
}

/// An event, as statistics see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// What happened.
    pub what: Happening,
    /// On which day, in the country's own time.
    pub on: Date,
    /// The day of filing.
    pub filed_on: Date,
    /// Complaint, remark or proposal.
    pub kind: Kind,
    /// The way it came.
    pub channel: Channel,
    /// The language in which the filer is answered.
    pub language: Language,
    /// Nature of the filer. Whoever gave no name is owed no answer: such a case is counted, and no time of it.
    pub category: Category,
    /// Whether it was made by simulation or demonstration.
    pub is_sample: bool,
    /// Whether few may know of it: it is counted for the whole country alone.
    pub is_confidential: bool,
    /// How the case stood before; none before its filing.
    pub before: Option<Standing>,
    /// How it stood after.
    pub after: Standing,
}

impl Happened {
    /// What the event changes of the counts, each by how many; nothing of what it leaves as it was.
    pub fn changes(&self) -> BTreeMap<Counted, i64> {
        let mut changes = Changes {
            of: self,
            changes: BTreeMap::new(),
        };
        // Most events leave the case where it stood: what would be taken away and added again is not made.
        if self.before.as_ref() != Some(&self.after) {
            if let Some(before) = &self.before {
                changes.stand(before, -1);
            }
            changes.stand(&self.after, 1);
        }
        changes.happen();
        changes.changes.retain(|_, by| *by != 0);
        changes.changes
    }

    /// Days from the day of filing.
    fn days(&self) -> String {
        let days = (self.on - self.filed_on).get_days();
        days.max(0).to_string()
    }

    /// Whether times are counted of it.
    fn has_time(&self) -> bool {
        self.category != Category::Anonymous
    }
}

/// Codes from the narrowest to the widest; where nobody knows one, the empty code.
fn known<'a>(codes: &'a [&'a str]) -> &'a [&'a str] {
    if codes.is_empty() { &[""] } else { codes }
}

struct Changes<'a> {
    of: &'a Happened,
    changes: BTreeMap<Counted, i64>,
}

impl Changes<'_> {
    /// What a case is counted for as long as it stands so.
    fn stand(&mut self, standing: &Standing, by: i64) {
        if !standing.is_open {
            return;
        }
        let month = Month::of(self.of.on);
        self.add(standing, month, Count::Stock, "", by);
        if !self.of.has_time() {
            return;
        }
        let due = standing.answer_due;
        self.add(standing, Month::of(due), Count::Due, &due.to_string(), by);
        if !standing.was_answered {
            let filed = self.of.filed_on;
            self.add(
                standing,
                Month::of(filed),
                Count::OpenSince,
                &filed.to_string(),
                by,
            );
        }
    }

    /// What is counted because it happened.
    fn happen(&mut self) {
        let Happened {
            what,
            on,
            filed_on,
            kind,
            channel,
            language,
            category,
            before,
            after,
            ..
        } = self.of;
        let month = Month::of(*on);
        match what {
            Happening::Filed => {
                let words = [
                    (Count::Received, kind.as_str()),
                    (Count::ReceivedBy, channel.as_str()),
                    (Count::ReceivedOf, category.as_str()),
                    (Count::ReceivedIn, language.code()),
                ];
                for (count, word) in words {
                    self.add(after, month, count, word, 1);
                }
            }
            Happening::Examined => self.add(after, month, Count::Examined, "", 1),
            Happening::CompetenceRefused => {
                let refused_by = before.as_ref().unwrap_or(after);
                self.add(refused_by, month, Count::CompetenceRefused, "", 1);
            }
            Happening::Answered(outcome) => {
                self.add(after, month, Count::Answered, outcome.as_str(), 1);
            }
            Happening::Judged(resolved, treatment) => {
                self.add(after, month, Count::Resolved, resolved.as_str(), 1);
                if let Some(treatment) = treatment {
                    self.add(after, month, Count::Treatment, treatment.as_str(), 1);
                }
            }
            Happening::Reopened => self.add(after, month, Count::Reopened, "", 1),
            Happening::Other => {}
        }
        let Some(before) = before else {
            return;
        };
        if before.organisation != after.organisation {
            self.add_at_bodies(before, month, Count::HandedOn);
            self.add_at_bodies(after, month, Count::HandedIn);
        }
        if before.is_open && !after.is_open {
            self.end(before, *filed_on, month);
        }
    }

    /// An answer that was owed is owed no more.
    fn end(&mut self, before: &Standing, filed_on: Date, month: Month) {
        let is_answered = matches!(self.of.what, Happening::Answered(_));
        if !is_answered && !before.was_answered {
            self.add(before, month, Count::Withdrawn, "", 1);
        }
        if !self.of.has_time() {
            return;
        }
        if is_answered {
            let due = before.answer_due;
            let count = if self.of.on <= due {
                Count::InTime
            } else {
                Count::Late
            };
            self.add(before, Month::of(due), count, "", 1);
        }
        if !before.was_answered {
            let count = if is_answered {
                Count::AnsweredAfter
            } else {
                Count::LeftAfter
            };
            self.add(before, Month::of(filed_on), count, &self.of.days(), 1);
        }
    }

    /// A case that goes from body to body neither comes to the country nor leaves it.
    fn add_at_bodies(&mut self, at: &Standing, month: Month, count: Count) {
        if !self.of.is_confidential {
            let cell = self.cell(Axis::Body, at.organisation.to_string());
            self.add_to(cell, month, count, String::new(), 1);
        }
    }

    fn add(&mut self, at: &Standing, month: Month, count: Count, value: &str, by: i64) {
        let subjects: Vec<&str> = at.subjects.iter().map(SubjectCode::as_str).collect();
        let territories: Vec<&str> = at.territories.iter().map(TerritoryCode::as_str).collect();
        let (subject, territory) = (known(&subjects), known(&territories));
        let body = at.organisation.as_str();
        for axis in Axis::ALL.iter().copied() {
            if !count.is_along(axis) || (self.of.is_confidential && axis != Axis::Country) {
                continue;
            }
            let keys: Vec<String> = match axis {
                Axis::Country => vec![String::new()],
                Axis::Body => vec![body.to_owned()],
                Axis::Subject => subject.iter().map(|code| (*code).to_owned()).collect(),
                Axis::Territory => territory.iter().map(|code| (*code).to_owned()).collect(),
                Axis::BodySubject => vec![format!("{body} {}", subject[0])],
                Axis::BodyTerritory => vec![format!("{body} {}", territory[0])],
            };
            for key in keys {
                let cell = self.cell(axis, key);
                self.add_to(cell, month, count, value.to_owned(), by);
            }
        }
    }

    fn cell(&self, axis: Axis, key: String) -> Cell {
        Cell {
            axis,
            key,
            is_sample: self.of.is_sample,
        }
    }

    fn add_to(&mut self, cell: Cell, month: Month, count: Count, value: String, by: i64) {
        let counted = Counted {
            cell,
            month,
            count,
            value,
        };
        *self.changes.entry(counted).or_default() += by;
    }
}

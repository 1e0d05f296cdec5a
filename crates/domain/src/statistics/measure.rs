//! Every measure that is told, as data: its name, unit, formula, what it is made of, and what to beware of. Pages,
//! downloads, the data dictionary and docs/statistics.md are made from this one table.

use super::{Axis, Count};
use crate::word::word_enum;

word_enum! {
    /// A measure, by the word under which it stands in files and addresses. A word is never used for something else.
    Measure {
        /// Filings.
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
        /// Answers.
        Answered => "answered",
        /// Reopenings.
        Reopened => "reopened",
        /// Cases withdrawn before any answer.
        Withdrawn => "withdrawn",
        /// Share of answers given by the day on which they were due.
        InTime => "in-time",
        /// Day by which half are answered.
        MedianDays => "median-days",
        /// Day by which nine of ten are answered.
        NinthDecileDays => "ninth-decile-days",
        /// Share answered until a day.
        AnsweredByDay => "answered-by-day",
        /// Share of those asked whose problem is solved.
        Resolved => "resolved",
        /// Share of those asked who were treated properly.
        Treated => "treated",
        /// Cases open at the end.
        Open => "open",
        /// Open cases whose time is over.
        Overdue => "overdue",
        /// What came in a month.
        ReceivedInMonth => "received-in-month",
        /// What was answered in a month.
        AnsweredInMonth => "answered-in-month",
        /// What was open at the end of a month.
        OpenAtEndOfMonth => "open-at-end-of-month",
    }
}

word_enum! {
    /// In what a measure is told.
    Unit {
        /// A whole number of cases, or of what happened to them.
        Cases => "cases",
        /// Whole days from the day of filing, which is day 0.
        Days => "days",
        /// A share from 0 to 1, with its interval.
        Share => "share",
    }
}

word_enum! {
    /// What to beware of where a measure is read.
    Caveat {
        /// A case that is reopened and answered again counts twice.
        Twice => "twice",
        /// The body says so itself.
        OwnWord => "own-word",
        /// The filer says so.
        FilersWord => "filers-word",
        /// What is not over says nothing yet.
        Unfinished => "unfinished",
        /// Programs that round say another day.
        Rounding => "rounding",
        /// Whoever waits still is counted, for as long.
        Waiting => "waiting",
        /// People answered by themselves.
        NoSample => "no-sample",
        /// Whenever they were filed.
        Whenever => "whenever",
        /// As of today, not as of the end of the months.
        Today => "today",
        /// Counted of bodies alone.
        BodiesAlone => "bodies-alone",
    }
}

/// What stands beside a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The measure.
    pub measure: Measure,
    /// Raised whenever the same word comes to mean something else.
    pub version: u8,
    /// In what it is told.
    pub unit: Unit,
    /// How it is computed.
    pub formula: &'static str,
    /// The counts it is made of.
    pub counts: &'static [Count],
    /// Which of them each figure tells: a word, a month, a day; none where there is one figure alone.
    pub value: Option<&'static str>,
    /// What to beware of.
    pub caveat: Option<Caveat>,
}

impl Measure {
    /// What stands beside it.
    pub const fn definition(self) -> &'static Definition {
        // The table stands in the order of the words, which a test holds.
        &DEFINITIONS[self as usize]
    }

    /// Whether it is told along an axis: what is not counted there is not told to be nothing.
    pub const fn is_along(self, axis: Axis) -> bool {
        match self {
            // From body to body: neither the country nor a place gains or loses a case by it.
            Self::HandedIn | Self::HandedOn => matches!(axis, Axis::Body),
            Self::ReceivedBy => Count::ReceivedBy.is_along(axis),
            Self::ReceivedOf => Count::ReceivedOf.is_along(axis),
            Self::ReceivedIn => Count::ReceivedIn.is_along(axis),
            _ => true,
        }
    }
}

const fn counted(
    measure: Measure,
    formula: &'static str,
    counts: &'static [Count],
    value: Option<&'static str>,
    caveat: Option<Caveat>,
) -> Definition {
    Definition {
        measure,
        version: 1,
        unit: Unit::Cases,
        formula,
        counts,
        value,
        caveat,
    }
}

const fn share(
    measure: Measure,
    formula: &'static str,
    counts: &'static [Count],
    value: Option<&'static str>,
    caveat: Caveat,
) -> Definition {
    Definition {
        measure,
        version: 1,
        unit: Unit::Share,
        formula,
        counts,
        value,
        caveat: Some(caveat),
    }
}

/// What waits are made of.
const WAITS: &[Count] = &[Count::AnsweredAfter, Count::LeftAfter, Count::OpenSince];

/// Every measure that is told, in the order of [`Measure::ALL`].
pub const DEFINITIONS: [Definition; 22] = [
    counted(
        Measure::Received,
        "filings of the months",
        &[Count::Received],
        Some("kind"),
        None,
    ),
    counted(
        Measure::ReceivedBy,
        "filings of the months",
        &[Count::ReceivedBy],
        Some("channel"),
        None,
    ),
    counted(
        Measure::ReceivedOf,
        "filings of the months",
        &[Count::ReceivedOf],
        Some("category"),
        Some(Caveat::FilersWord),
    ),
    counted(
        Measure::ReceivedIn,
        "filings of the months",
        &[Count::ReceivedIn],
        Some("language"),
        None,
    ),
    counted(
        Measure::Examined,
        "cases found admissible in the months",
        &[Count::Examined],
        None,
        None,
    ),
    counted(
        Measure::HandedIn,
        "cases that came from another body in the months",
        &[Count::HandedIn],
        None,
        Some(Caveat::BodiesAlone),
    ),
    counted(
        Measure::HandedOn,
        "cases that went to another body in the months",
        &[Count::HandedOn],
        None,
        Some(Caveat::BodiesAlone),
    ),
    counted(
        Measure::CompetenceRefused,
        "refusals of competence in the months",
        &[Count::CompetenceRefused],
        None,
        None,
    ),
    counted(
        Measure::Answered,
        "answers of the months",
        &[Count::Answered],
        Some("outcome"),
        Some(Caveat::OwnWord),
    ),
    counted(
        Measure::Reopened,
        "reopenings in the months",
        &[Count::Reopened],
        None,
        None,
    ),
    counted(
        Measure::Withdrawn,
        "cases withdrawn in the months before any answer",
        &[Count::Withdrawn],
        None,
        None,
    ),
    share(
        Measure::InTime,
        "`in-time` ÷ (`in-time` + `late` + `due`), of answers due in those of the months that are over. Wilson’s interval of 95 % (1927)",
        &[Count::InTime, Count::Late, Count::Due],
        None,
        Caveat::Unfinished,
    ),
    Definition {
        measure: Measure::MedianDays,
        version: 1,
        unit: Unit::Days,
        formula: "the first day on which at most half of the cases filed in the months wait. Product limit of Kaplan and Meier (1958); on one day answers come before those who leave. Compared in whole numbers where rounding would decide",
        counts: WAITS,
        value: None,
        caveat: Some(Caveat::Rounding),
    },
    Definition {
        measure: Measure::NinthDecileDays,
        version: 1,
        unit: Unit::Days,
        formula: "the first day on which at most one in ten of the cases filed in the months waits, likewise",
        counts: WAITS,
        value: None,
        caveat: Some(Caveat::Waiting),
    },
    share(
        Measure::AnsweredByDay,
        "1 − the product limit on that day, for the days 15, 30, 45, 60, 90, 120. Interval of 95 % on the scale of log(−log)",
        WAITS,
        Some("day"),
        Caveat::Waiting,
    ),
    share(
        Measure::Resolved,
        "`yes` ÷ all who answered that question in the months. Wilson’s interval of 95 %",
        &[Count::Resolved],
        None,
        Caveat::NoSample,
    ),
    share(
        Measure::Treated,
        "`fair` ÷ all who answered that question in the months. Wilson’s interval of 95 %",
        &[Count::Treatment],
        None,
        Caveat::NoSample,
    ),
    counted(
        Measure::Open,
        "`stock` of all months until the last, added up",
        &[Count::Stock],
        None,
        Some(Caveat::Whenever),
    ),
    counted(
        Measure::Overdue,
        "`due` on a day before today, whenever the case was filed",
        &[Count::Due],
        None,
        Some(Caveat::Today),
    ),
    Definition {
        // The first version held what others sent too, which the months, without what was filed, told.
        version: 2,
        ..counted(
            Measure::ReceivedInMonth,
            "`received` of each month",
            &[Count::Received],
            Some("month"),
            None,
        )
    },
    counted(
        Measure::AnsweredInMonth,
        "`answered` of each month",
        &[Count::Answered],
        Some("month"),
        Some(Caveat::Twice),
    ),
    counted(
        Measure::OpenAtEndOfMonth,
        "`stock` of all months until that one, added up",
        &[Count::Stock],
        Some("month"),
        Some(Caveat::Whenever),
    ),
];

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    const DOCUMENT: &str = include_str!("../../../../docs/statistics.md");

    /// What stands between two marks of the document.
    fn written(name: &str) -> &'static str {
        DOCUMENT
            .split_once(&format!("<!-- {name}:begin -->\n"))
            .and_then(|(_, rest)| rest.split_once(&format!("\n<!-- {name}:end -->")))
            .map_or("", |(table, _)| table)
    }

    fn check(name: &str, table: &str) {
        assert!(
            written(name) == table,
            "put this table between the marks `{name}` of docs/statistics.md:\n\n{table}\n"
        );
    }

    fn words(counts: &[Count]) -> String {
        let words: Vec<String> = counts.iter().map(|count| format!("`{count}`")).collect();
        words.join(", ")
    }

    #[test]
    fn the_table_stands_in_the_order_of_the_words() {
        for measure in Measure::ALL {
            assert_eq!(measure.definition().measure, *measure);
        }
    }

    #[test]
    fn the_document_holds_every_measure_as_it_stands_here() {
        let mut table = String::from(
            "| Measure | Version | Unit | Of each | Formula | Made of |\n|---|---|---|---|---|---|",
        );
        for definition in &DEFINITIONS {
            let Definition {
                measure,
                version,
                unit,
                formula,
                counts,
                value,
                ..
            } = definition;
            let value = value.unwrap_or("–");
            let made = words(counts);
            let _ = write!(
                table,
                "\n| `{measure}` | {version} | {unit} | {value} | {formula} | {made} |"
            );
        }
        check("measures", &table);
    }

    #[test]
    fn the_document_holds_every_count_as_it_stands_here() {
        let mut table = String::from("| Count | Value | What |\n|---|---|---|");
        for count in Count::ALL {
            let value = count.value().unwrap_or("–");
            let what = count.meaning();
            let _ = write!(table, "\n| `{count}` | {value} | {what} |");
        }
        check("counts", &table);
    }

    #[test]
    fn every_count_is_told_by_some_measure() {
        for count in Count::ALL {
            assert!(
                DEFINITIONS
                    .iter()
                    .any(|definition| definition.counts.contains(count)),
                "{count}"
            );
        }
    }
}

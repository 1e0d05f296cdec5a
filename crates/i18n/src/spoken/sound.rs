//! One recording: what it is called in the voice pack, and what it says.

use chikaya_domain::{Language, case::Stage};

use super::words;
use crate::{Voice, bidi::plain, date};

/// The keys of all sentences that are said on the telephone. The file of each has its name.
pub const SENTENCES: [&str; 38] = [
    "say-welcome",
    "say-choose",
    "say-menu-follow",
    "say-menu-agent",
    "say-menu-back",
    "say-menu-voice",
    "say-menu-end",
    "say-closed",
    "say-reference",
    "say-reference-wrong",
    "say-code",
    "say-code-wrong",
    "say-not-found",
    "say-wait",
    "say-trouble",
    "say-your-case",
    "say-due",
    "say-late",
    "say-after-status",
    "say-wrong-key",
    "say-silence",
    "say-goodbye",
    "say-number-is",
    "say-number-right",
    "say-number-type",
    "say-number-wrong",
    "say-back-noted",
    "say-voice-how",
    "say-voice-kept",
    "say-voice-empty",
    "say-your-reference",
    "say-queue",
    "say-queue-place",
    "say-consent",
    "say-agent-comes",
    "say-agent-left",
    "say-nobody-free",
    "say-voice-tone",
];

/// The years of which there are recordings.
const YEARS: std::ops::RangeInclusive<u16> = 2020..=2049;

/// How thousands are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thousands {
    /// One thousand, with the figure within the word: «ألف», “mille”.
    One,
    /// Two thousand in one word: «ألفان».
    Two,
    /// Behind 3 to 10: «آلاف».
    Few,
    /// Behind any other figure: «ألف», “mille”.
    Many,
}

/// A recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sound {
    /// A sentence, by its key in [`SENTENCES`].
    Sentence(&'static str),
    /// What the state of a case means.
    State(Stage),
    /// A figure from 0 to 99; one of one digit serves for digits too.
    Number(u8),
    /// The same behind a larger one, where the language joins them: «وسبعة».
    And(u8),
    /// Hundreds, from 1 to 9.
    Hundreds(u8),
    /// The same behind thousands, where the language joins them.
    AndHundreds(u8),
    /// Thousands.
    Thousands(Thousands),
    /// A day of the week, from Monday as 1.
    Weekday(u8),
    /// A day of the month, from 1 to 31.
    Day(u8),
    /// A month, from 1 to 12.
    Month(u8),
    /// A year.
    Year(u16),
}

impl Sound {
    /// The name of its file in the folder of a language, without the ending.
    pub fn file(self) -> String {
        match self {
            Self::Sentence(key) => key.trim_start_matches("say-").to_owned(),
            Self::State(stage) => format!("state-{stage}"),
            Self::Number(number) => format!("number-{number}"),
            Self::And(number) => format!("and-{number}"),
            Self::Hundreds(hundreds) => format!("number-{hundreds}00"),
            Self::AndHundreds(hundreds) => format!("and-{hundreds}00"),
            Self::Thousands(Thousands::One) => "number-1000".to_owned(),
            Self::Thousands(Thousands::Two) => "number-2000".to_owned(),
            Self::Thousands(Thousands::Few) => "thousands-few".to_owned(),
            Self::Thousands(Thousands::Many) => "thousands-many".to_owned(),
            Self::Weekday(weekday) => format!("weekday-{weekday}"),
            Self::Day(day) => format!("day-{day}"),
            Self::Month(month) => format!("month-{month}"),
            Self::Year(year) => format!("year-{year}"),
        }
    }

    /// What it says in a language: for whoever records it, and for the machine that does so meanwhile.
    pub fn words(self, language: Language) -> String {
        let voice = Voice::of(language);
        match self {
            Self::Sentence(key) => plain(&voice.say(key)).into_owned(),
            Self::State(stage) => {
                plain(&voice.say(&format!("case-state-{stage}-means"))).into_owned()
            }
            Self::Number(number) => words::below_hundred(number, language),
            Self::And(number) => and(&words::below_hundred(number, language), language),
            Self::Hundreds(hundreds) => words::hundreds(hundreds, language),
            Self::AndHundreds(hundreds) => and(&words::hundreds(hundreds, language), language),
            Self::Thousands(thousands) => thousand(thousands, language).to_owned(),
            Self::Weekday(weekday) => {
                let place = usize::from(weekday.clamp(1, 7)) - 1;
                date::weekdays(language)[place].to_owned()
            }
            Self::Day(day) => words::day_of_month(day, language),
            Self::Month(month) => {
                let name = date::months(language)[usize::from(month.clamp(1, 12)) - 1];
                match language {
                    Language::Arabic => format!("من {name}"),
                    Language::English => format!("of {name}"),
                    Language::French | Language::Tamazight => name.to_owned(),
                }
            }
            Self::Year(year) => words::year(year, language),
        }
    }

    /// Whether it is a sentence, which lasts longer than a figure.
    pub const fn is_sentence(self) -> bool {
        matches!(self, Self::Sentence(_) | Self::State(_))
    }

    /// All that is said in a language.
    pub fn all(language: Language) -> Vec<Self> {
        let joins = joins(language);
        let thousands: &[Thousands] = if joins {
            &[
                Thousands::One,
                Thousands::Two,
                Thousands::Few,
                Thousands::Many,
            ]
        } else {
            &[Thousands::One, Thousands::Many]
        };
        let sentences = SENTENCES.into_iter().map(Self::Sentence);
        let states = Stage::ALL.iter().copied().map(Self::State);
        let joined = (1..=99)
            .map(Self::And)
            .chain((1..=9).map(Self::AndHundreds));
        sentences
            .chain(states)
            .chain((0..=99).map(Self::Number))
            .chain((1..=9).map(Self::Hundreds))
            .chain(joined.filter(|_| joins))
            .chain(thousands.iter().copied().map(Self::Thousands))
            .chain((1..=7).map(Self::Weekday))
            .chain((1..=31).map(Self::Day))
            .chain((1..=12).map(Self::Month))
            .chain(YEARS.map(Self::Year))
            .collect()
    }

    /// The recording of a year, if there is one.
    pub(super) fn of_year(year: i16) -> Option<Self> {
        u16::try_from(year)
            .ok()
            .filter(|year| YEARS.contains(year))
            .map(Self::Year)
    }
}

/// Whether a language joins the parts of a figure by «و».
pub(super) const fn joins(language: Language) -> bool {
    matches!(language, Language::Arabic | Language::Tamazight)
}

fn and(words: &str, language: Language) -> String {
    match language {
        Language::Arabic => format!("و{words}"),
        Language::Tamazight => format!("ⴷ {words}"),
        Language::French | Language::English => words.to_owned(),
    }
}

const fn thousand(thousands: Thousands, language: Language) -> &'static str {
    match (language, thousands) {
        (Language::Arabic, Thousands::One | Thousands::Many) => "ألف",
        (Language::Arabic, Thousands::Two) => "ألفان",
        (Language::Arabic, Thousands::Few) => "آلاف",
        (Language::French, _) => "mille",
        (Language::English, Thousands::One) => "one thousand",
        (Language::English, _) => "thousand",
        (Language::Tamazight, Thousands::Two) => "2000",
        (Language::Tamazight, _) => "1000",
    }
}

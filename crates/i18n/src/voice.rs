//! One language, speaking: messages, dates, hours and figures.

use std::borrow::Cow;

use chikaya_domain::Language;
use jiff::civil::{Date, DateTime, Time};

use crate::catalogue::Catalogue;
use crate::{date, number};

/// What fills a place in a message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Argument<'a> {
    /// Words from elsewhere: a name, a reference, a text someone typed, a date already in words. They are
    /// isolated with U+2068…U+2069 where their direction could disturb the sentence: always in Arabic, in the
    /// other languages only when they hold a right-to-left letter. [`crate::plain`] takes the marks out again.
    Text(&'a str),
    /// A figure: decides the plural and is written as [`Voice::number`] writes it. References, codes, telephones
    /// and years are no figures: they are [`Argument::Text`].
    Number(i64),
    /// A day, written as [`Voice::date`] writes it. For another form, format first and pass [`Argument::Text`].
    Date(Date),
}

impl Argument<'_> {
    /// The figure of a number of things; [`i64::MAX`] stands for whatever is larger.
    pub fn count(things: usize) -> Self {
        Self::Number(i64::try_from(things).unwrap_or(i64::MAX))
    }
}

/// The voice of the portal in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    language: Language,
}

impl Voice {
    /// The voice that speaks `language`.
    pub const fn of(language: Language) -> Self {
        Self { language }
    }

    /// The language it speaks.
    pub const fn language(self) -> Language {
        self.language
    }

    /// The code of its language, for `lang` attributes and paths.
    pub const fn code(self) -> &'static str {
        self.language.code()
    }

    /// `rtl` or `ltr`, for `dir` attributes.
    pub const fn direction(self) -> &'static str {
        self.language.direction()
    }

    /// The message `key`, which takes no argument. Cheap: formatted once for the life of the program.
    ///
    /// # Panics
    /// In debug builds, when there is no such message or it wants arguments. In release builds the page shows
    /// `[key]` instead: a missing word must not take the page away.
    pub fn say(self, key: &str) -> Cow<'static, str> {
        let text = Catalogue::of(self.language).ready(key);
        self.expect_found(key, text.is_some());
        text.map_or_else(|| Cow::Owned(in_brackets(key)), Cow::Borrowed)
    }

    /// The message `key` with its arguments by name.
    ///
    /// # Panics
    /// In debug builds, when there is no such message or an argument it names is not given; see [`Voice::say`].
    pub fn say_with(self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let text = Catalogue::of(self.language).format(key, arguments);
        self.expect_found(key, text.is_some());
        text.unwrap_or_else(|| in_brackets(key))
    }

    /// Whether there is a message with this key: for keys made at run time, such as those of imported taxonomies.
    pub fn knows(self, key: &str) -> bool {
        Catalogue::of(self.language).has(key)
    }

    /// A day with its weekday and year: «الاثنين 4 ماي 2026», “lundi 4 mai 2026”.
    pub fn date(self, day: Date) -> String {
        format!("{} {}", self.weekday_day_month(day), day.year())
    }

    /// A day without weekday, with its year: “12 mars 2026”.
    pub fn day_month_year(self, day: Date) -> String {
        format!("{} {}", self.day_month(day), day.year())
    }

    /// A month of a year: “mars 2026”.
    pub fn month_year(self, day: Date) -> String {
        format!("{} {}", date::month(day, self.language), day.year())
    }

    /// A day of this year, without weekday: “12 mars”, «12 مارس».
    pub fn day_month(self, day: Date) -> String {
        date::day_month(day, self.language)
    }

    /// A day of this year with its weekday: “lundi 11 mai”.
    pub fn weekday_day_month(self, day: Date) -> String {
        format!(
            "{} {}",
            date::weekday(day, self.language),
            self.day_month(day)
        )
    }

    /// A day with its weekday, and with its year unless that is the year of `today`.
    pub fn day_seen_from(self, day: Date, today: Date) -> String {
        if day.year() == today.year() {
            self.weekday_day_month(day)
        } else {
            self.date(day)
        }
    }

    /// The weekday alone: “dimanche”.
    pub fn weekday(self, day: Date) -> &'static str {
        date::weekday(day, self.language)
    }

    /// The short form for tables and SMS, the same in all four languages: `04/05/2026`.
    #[expect(
        clippy::unused_self,
        reason = "asked of the voice like every other form, though all four languages agree"
    )]
    pub fn date_short(self, day: Date) -> String {
        format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
    }

    /// The hour on the 24-hour clock, for tables and timelines: `14:30`.
    #[expect(
        clippy::unused_self,
        reason = "asked of the voice like every other form, though all four languages agree"
    )]
    pub fn time(self, time: Time) -> String {
        date::time(time)
    }

    /// The hour inside a sentence: “14 h 30” in French, `14:30` elsewhere.
    pub fn time_prose(self, time: Time) -> String {
        date::time_prose(time, self.language)
    }

    /// A moment in words: “jeudi 12 mars 2026 à 21 h 14”.
    pub fn date_time(self, moment: DateTime) -> String {
        let (day, hour) = (self.date(moment.date()), self.time_prose(moment.time()));
        match self.language {
            Language::Arabic => format!("{day} على الساعة {hour}"),
            Language::Tamazight => format!("{day}, {hour}"),
            Language::French => format!("{day} à {hour}"),
            Language::English => format!("{day} at {hour}"),
        }
    }

    /// Things one after the other, with the comma of the language.
    pub fn list(self, things: impl IntoIterator<Item = String>) -> String {
        let comma = match self.language {
            Language::Arabic => "، ",
            Language::Tamazight | Language::French | Language::English => ", ",
        };
        things.into_iter().collect::<Vec<_>>().join(comma)
    }

    /// A figure with grouped thousands.
    pub fn number(self, value: i64) -> String {
        number::group(&value.to_string(), self.language)
    }

    /// A percentage with its sign; `value` is already in hundredths (60.8 gives “60,8 %”).
    pub fn percent(self, value: f64, decimals: u8) -> String {
        number::percent(value, decimals, self.language)
    }

    /// A size in decimal units: “412 Ko”, «412 كيلوبايت». 25 MB are 25,000,000 bytes.
    pub fn bytes(self, count: u64) -> String {
        number::bytes(count, self.language)
    }

    fn expect_found(self, key: &str, found: bool) {
        debug_assert!(
            found,
            "no message `{key}` in {}, or an argument of it is missing: see crates/i18n/locales",
            self.code()
        );
    }
}

fn in_brackets(key: &str) -> String {
    format!("[{key}]")
}

//! Which form of a counted word goes with a figure (CLDR, by ICU4X).

use chikaya_domain::Language;
use icu_locale_core::locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

/// The plural rules of one language.
pub(crate) struct Plurals {
    /// None for Tamazight, for which CLDR has no rule: its messages select on the literal `[1]` only.
    rules: Option<PluralRules>,
}

impl Plurals {
    /// The rules of `language`.
    pub(crate) fn of(language: Language) -> Self {
        let locale = match language {
            Language::Arabic => Some(locale!("ar-MA")),
            Language::Tamazight => None,
            Language::French => Some(locale!("fr")),
            Language::English => Some(locale!("en")),
        };
        let rules = locale.map(|locale| {
            PluralRules::try_new(locale.into(), PluralRulesOptions::default())
                .expect("ICU4X carries the plural rules of Arabic, French and English")
        });
        Self { rules }
    }

    /// The name that Fluent files give to the form which goes with `figure`.
    pub(crate) fn form(&self, figure: i64) -> &'static str {
        let category = self
            .rules
            .as_ref()
            .map(|rules| rules.category_for(figure.unsigned_abs()));
        match category {
            Some(PluralCategory::Zero) => "zero",
            Some(PluralCategory::One) => "one",
            Some(PluralCategory::Two) => "two",
            Some(PluralCategory::Few) => "few",
            Some(PluralCategory::Many) => "many",
            Some(PluralCategory::Other) | None => "other",
        }
    }
}

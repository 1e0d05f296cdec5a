//! Dates and hours as Morocco writes them, judged against CLDR where CLDR knows better than we.

use chikaya_domain::Language;
use icu::calendar::{Date as IcuDate, Gregorian};
use icu::datetime::{FixedCalendarDateTimeFormatter, fieldsets};
use icu::locale::locale;
use jiff::civil::{date, datetime};

use crate::date::{month, weekday};
use crate::{Argument, Voice};

const ARABIC: Voice = Voice::of(Language::Arabic);
const TAMAZIGHT: Voice = Voice::of(Language::Tamazight);
const FRENCH: Voice = Voice::of(Language::French);
const ENGLISH: Voice = Voice::of(Language::English);

#[test]
fn long_dates() {
    let day = date(2026, 5, 4);
    assert_eq!(ARABIC.date(day), "الاثنين 4 ماي 2026");
    assert_eq!(TAMAZIGHT.date(day), "ⴰⵢⵏⴰⵙ 4 ⵎⴰⵢⵢⵓ 2026");
    assert_eq!(FRENCH.date(day), "lundi 4 mai 2026");
    assert_eq!(ENGLISH.date(day), "Monday 4 May 2026");
}

#[test]
fn the_first_of_a_month() {
    let day = date(2026, 5, 1);
    assert_eq!(FRENCH.date(day), "vendredi 1er mai 2026");
    assert_eq!(FRENCH.day_month(day), "1er mai");
    assert_eq!(ARABIC.day_month(day), "1 ماي");
    assert_eq!(TAMAZIGHT.day_month(day), "1 ⵎⴰⵢⵢⵓ");
    assert_eq!(ENGLISH.day_month(day), "1 May");
}

#[test]
fn shorter_dates() {
    let day = date(2026, 3, 12);
    assert_eq!(FRENCH.day_month(day), "12 mars");
    assert_eq!(ARABIC.day_month(day), "12 مارس");
    assert_eq!(
        FRENCH.day_seen_from(date(2026, 5, 11), date(2026, 1, 2)),
        "lundi 11 mai"
    );
    assert_eq!(
        FRENCH.day_seen_from(date(2014, 7, 9), date(2026, 1, 2)),
        "mercredi 9 juillet 2014"
    );
    assert_eq!(FRENCH.weekday_day_month(date(2026, 5, 11)), "lundi 11 mai");
    assert_eq!(ARABIC.weekday_day_month(date(2026, 8, 20)), "الخميس 20 غشت");
    assert_eq!(FRENCH.day_month_year(day), "12 mars 2026");
    assert_eq!(FRENCH.month_year(day), "mars 2026");
    for language in Language::ALL {
        assert_eq!(
            Voice::of(language).date_short(date(2026, 5, 4)),
            "04/05/2026"
        );
    }
}

#[test]
fn hours() {
    let moment = datetime(2026, 3, 12, 21, 14, 0, 0);
    assert_eq!(
        FRENCH.date_time(moment),
        "jeudi 12 mars 2026 à 21\u{a0}h\u{a0}14"
    );
    assert_eq!(
        ARABIC.date_time(moment),
        "الخميس 12 مارس 2026 على الساعة 21:14"
    );
    assert_eq!(TAMAZIGHT.date_time(moment), "ⴰⴽⵡⴰⵙ 12 ⵎⴰⵕⵚ 2026, 21:14");
    assert_eq!(ENGLISH.date_time(moment), "Thursday 12 March 2026 at 21:14");
    assert_eq!(
        FRENCH.time(datetime(2026, 3, 12, 9, 5, 0, 0).time()),
        "09:05"
    );
    assert_eq!(
        FRENCH.time_prose(datetime(2026, 3, 12, 9, 5, 0, 0).time()),
        "9\u{a0}h\u{a0}05"
    );
}

#[test]
fn dates_inside_messages() {
    let due = [("date", Argument::Date(date(2026, 6, 1)))];
    assert_eq!(
        FRENCH.say_with("mail-due", &due),
        "Réponse au plus tard le lundi 1er juin 2026"
    );
    assert_eq!(
        ARABIC.say_with("mail-due", &due),
        "آخر أجل للجواب: الاثنين 1 يونيو 2026"
    );
}

#[test]
fn names_are_those_of_cldr() {
    for (language, locale) in [
        (Language::Arabic, locale!("ar-MA")),
        (Language::French, locale!("fr")),
        (Language::English, locale!("en-GB")),
    ] {
        let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(
            locale.into(),
            fieldsets::YMDE::long(),
        )
        .unwrap();
        for (month_number, day_number) in
            (1_u8..=12).zip([1_u8, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
        {
            let cldr = formatter
                .format(&IcuDate::try_new_gregorian(2026, month_number, day_number).unwrap())
                .to_string();
            let ours = date(2026, month_number.cast_signed(), day_number.cast_signed());
            assert!(
                cldr.contains(month(ours, language)),
                "{cldr}: {}",
                month(ours, language)
            );
            assert!(
                cldr.contains(weekday(ours, language)),
                "{cldr}: {}",
                weekday(ours, language)
            );
        }
    }
}

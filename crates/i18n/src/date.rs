//! Days and hours in words, day first, with Morocco's names of the months (WORDS §2.3).

use chikaya_domain::Language;
use jiff::civil::{Date, Time, Weekday};

/// Months from January, as Morocco names them in each language (CLDR `ar-MA`, `zgh`, `fr`, `en`).
pub(crate) const fn months(language: Language) -> [&'static str; 12] {
    match language {
        Language::Arabic => [
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "ماي",
            "يونيو",
            "يوليوز",
            "غشت",
            "شتنبر",
            "أكتوبر",
            "نونبر",
            "دجنبر",
        ],
        Language::Tamazight => [
            "ⵉⵏⵏⴰⵢⵔ",
            "ⴱⵕⴰⵢⵕ",
            "ⵎⴰⵕⵚ",
            "ⵉⴱⵔⵉⵔ",
            "ⵎⴰⵢⵢⵓ",
            "ⵢⵓⵏⵢⵓ",
            "ⵢⵓⵍⵢⵓⵣ",
            "ⵖⵓⵛⵜ",
            "ⵛⵓⵜⴰⵏⴱⵉⵔ",
            "ⴽⵜⵓⴱⵔ",
            "ⵏⵓⵡⴰⵏⴱⵉⵔ",
            "ⴷⵓⵊⴰⵏⴱⵉⵔ",
        ],
        Language::French => [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        Language::English => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    }
}

/// Days of the week from Monday.
pub(crate) const fn weekdays(language: Language) -> [&'static str; 7] {
    match language {
        Language::Arabic => [
            "الاثنين",
            "الثلاثاء",
            "الأربعاء",
            "الخميس",
            "الجمعة",
            "السبت",
            "الأحد",
        ],
        Language::Tamazight => [
            "ⴰⵢⵏⴰⵙ",
            "ⴰⵙⵉⵏⴰⵙ",
            "ⴰⴽⵕⴰⵙ",
            "ⴰⴽⵡⴰⵙ",
            "ⴰⵙⵉⵎⵡⴰⵙ",
            "ⴰⵙⵉⴹⵢⴰⵙ",
            "ⴰⵙⴰⵎⴰⵙ",
        ],
        Language::French => [
            "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        ],
        Language::English => [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
    }
}

/// `lundi`.
pub(crate) fn weekday(date: Date, language: Language) -> &'static str {
    let days = weekdays(language);
    match date.weekday() {
        Weekday::Monday => days[0],
        Weekday::Tuesday => days[1],
        Weekday::Wednesday => days[2],
        Weekday::Thursday => days[3],
        Weekday::Friday => days[4],
        Weekday::Saturday => days[5],
        Weekday::Sunday => days[6],
    }
}

/// `mai`.
pub(crate) fn month(date: Date, language: Language) -> &'static str {
    let place = usize::from(date.month().unsigned_abs()) - 1;
    months(language)[place]
}

/// `12 mars`; the first of a month is `1er mars` in French.
pub(crate) fn day_month(date: Date, language: Language) -> String {
    let month = month(date, language);
    match (date.day(), language) {
        (1, Language::French) => format!("1er {month}"),
        (day, _) => format!("{day} {month}"),
    }
}

/// `14:30`.
pub(crate) fn time(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The hour inside a sentence: French writes `14 h 30` (no-break spaces), the others `14:30`.
pub(crate) fn time_prose(at: Time, language: Language) -> String {
    match language {
        Language::French => format!("{}\u{a0}h\u{a0}{:02}", at.hour(), at.minute()),
        Language::Arabic | Language::Tamazight | Language::English => time(at),
    }
}

//! Figures in words, as they are said: 47 is “quarante-sept”, «سبعة وأربعون».

use chikaya_domain::Language;

/// A whole number from 0 to 99 in words, as it is counted. Tamazight has no words here: its figures stay figures, for
/// whoever records them.
pub(super) fn below_hundred(number: u8, language: Language) -> String {
    match language {
        Language::Arabic => arabic(number),
        Language::French => french(number),
        Language::English => english(number),
        Language::Tamazight => number.to_string(),
    }
}

/// Hundreds, from 1 (hundred) to 9.
pub(super) fn hundreds(hundreds: u8, language: Language) -> String {
    let place = usize::from(hundreds.clamp(1, 9)) - 1;
    match language {
        Language::Arabic => [
            "مائة",
            "مائتان",
            "ثلاثمائة",
            "أربعمائة",
            "خمسمائة",
            "ستمائة",
            "سبعمائة",
            "ثمانمائة",
            "تسعمائة",
        ][place]
            .to_owned(),
        Language::French if place == 0 => "cent".to_owned(),
        Language::French => format!("{} cents", FRENCH[place + 1]),
        Language::English => format!("{} hundred", ENGLISH[place + 1]),
        Language::Tamazight => format!("{hundreds}00"),
    }
}

/// The day of a month, from 1 to 31, as it stands in a date: “premier”, “deux”; «الأول», «الثاني».
pub(super) fn day_of_month(day: u8, language: Language) -> String {
    match language {
        Language::Arabic => arabic_ordinal(day),
        Language::French if day == 1 => "premier".to_owned(),
        Language::English => format!("the {}", english_ordinal(day)),
        _ => below_hundred(day, language),
    }
}

/// A year from 2000 to 2099, as it stands behind a day and a month.
pub(super) fn year(year: u16, language: Language) -> String {
    let rest = u8::try_from(year.saturating_sub(2000).min(99)).unwrap_or(0);
    let words = below_hundred(rest, language);
    match (language, rest) {
        // After «سنة» the figure stands in the genitive.
        (Language::Arabic, 0) => "سنة ألفين".to_owned(),
        (Language::Arabic, _) => format!("سنة ألفين و{}", genitive(&words)),
        (Language::French, 0) => "deux mille".to_owned(),
        (Language::French, _) => format!("deux mille {words}"),
        (Language::English, 0) => "two thousand".to_owned(),
        (Language::English, 1..=9) => format!("two thousand and {words}"),
        (Language::English, _) => format!("twenty {words}"),
        (Language::Tamazight, _) => year.to_string(),
    }
}

const ARABIC: [&str; 20] = [
    "صفر",
    "واحد",
    "اثنان",
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
    "عشرة",
    "أحد عشر",
    "اثنا عشر",
    "ثلاثة عشر",
    "أربعة عشر",
    "خمسة عشر",
    "ستة عشر",
    "سبعة عشر",
    "ثمانية عشر",
    "تسعة عشر",
];

const ARABIC_TENS: [&str; 8] = [
    "عشرون",
    "ثلاثون",
    "أربعون",
    "خمسون",
    "ستون",
    "سبعون",
    "ثمانون",
    "تسعون",
];

fn arabic(number: u8) -> String {
    if let Some(word) = ARABIC.get(usize::from(number)) {
        return (*word).to_owned();
    }
    let tens = ARABIC_TENS[usize::from(number / 10).clamp(2, 9) - 2];
    match number % 10 {
        0 => tens.to_owned(),
        unit => format!("{} و{tens}", ARABIC[usize::from(unit)]),
    }
}

/// The figure as it stands after a word that governs it: duals and tens change.
fn genitive(words: &str) -> String {
    words
        .replace("اثنان", "اثنين")
        .replace("اثنا عشر", "اثني عشر")
        .replace("ون", "ين")
}

const ARABIC_ORDINALS: [&str; 10] = [
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
];

fn arabic_ordinal(day: u8) -> String {
    let unit = |unit: u8| match unit {
        // In compounds the first is «الحادي».
        1 => "الحادي",
        other => ARABIC_ORDINALS[usize::from(other.clamp(1, 10)) - 1],
    };
    let tens = |tens: u8| format!("ال{}", ARABIC_TENS[usize::from(tens.clamp(2, 9)) - 2]);
    match day {
        0..=10 => ARABIC_ORDINALS[usize::from(day.max(1)) - 1].to_owned(),
        11..=19 => format!("{} عشر", unit(day % 10)),
        _ if day.is_multiple_of(10) => tens(day / 10),
        _ => format!("{} و{}", unit(day % 10), tens(day / 10)),
    }
}

const FRENCH: [&str; 20] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];

fn french(number: u8) -> String {
    if let Some(word) = FRENCH.get(usize::from(number)) {
        return (*word).to_owned();
    }
    let (tens, ten) = match number {
        20..=29 => ("vingt", 20),
        30..=39 => ("trente", 30),
        40..=49 => ("quarante", 40),
        50..=59 => ("cinquante", 50),
        60..=79 => ("soixante", 60),
        _ => ("quatre-vingt", 80),
    };
    match number.saturating_sub(ten) {
        0 if ten == 80 => "quatre-vingts".to_owned(),
        0 => tens.to_owned(),
        rest @ (1 | 11) if ten < 80 => format!("{tens} et {}", FRENCH[usize::from(rest)]),
        rest => format!("{tens}-{}", FRENCH[usize::from(rest % 20)]),
    }
}

const ENGLISH: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const ENGLISH_TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

fn english(number: u8) -> String {
    if let Some(word) = ENGLISH.get(usize::from(number)) {
        return (*word).to_owned();
    }
    let tens = ENGLISH_TENS[usize::from(number / 10).clamp(2, 9) - 2];
    match number % 10 {
        0 => tens.to_owned(),
        unit => format!("{tens}-{}", ENGLISH[usize::from(unit)]),
    }
}

fn english_ordinal(day: u8) -> String {
    let words = english(day);
    let (before, last) = words
        .rsplit_once('-')
        .map_or((String::new(), words.as_str()), |(before, last)| {
            (format!("{before}-"), last)
        });
    let ordinal = match last {
        "one" => "first".to_owned(),
        "two" => "second".to_owned(),
        "three" => "third".to_owned(),
        "five" => "fifth".to_owned(),
        "eight" => "eighth".to_owned(),
        "nine" => "ninth".to_owned(),
        "twelve" => "twelfth".to_owned(),
        other => other
            .strip_suffix('y')
            .map_or_else(|| format!("{other}th"), |stem| format!("{stem}ieth")),
    };
    format!("{before}{ordinal}")
}

//! Figures as people here read them: western digits, grouped by a no-break space, decimal comma (WORDS §2.2).

use chikaya_domain::Language;

/// U+00A0: keeps a figure and its sign together, and a grouped figure whole in right-to-left text.
const NO_BREAK_SPACE: char = '\u{a0}';
/// U+200E: holds the percent sign beside its figure in right-to-left text, as CLDR does.
const LEFT_TO_RIGHT: char = '\u{200e}';

/// Bytes in the next larger unit: decimal, as telephones count.
const STEP: u64 = 1_000;

/// `figure` (digits, perhaps a minus before and a point with decimals behind) with the separators of `language`.
pub(crate) fn group(figure: &str, language: Language) -> String {
    let (thousands, decimal) = match language {
        Language::English => (',', '.'),
        Language::Arabic | Language::Tamazight | Language::French => (NO_BREAK_SPACE, ','),
    };
    let (whole, fraction) = figure
        .split_once('.')
        .map_or((figure, None), |(whole, part)| (whole, Some(part)));
    let digits = whole.trim_start_matches('-');
    let mut text = String::with_capacity(figure.len() + figure.len() / 2);
    if whole.len() > digits.len() {
        text.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push(decimal);
        text.push_str(fraction);
    }
    text
}

/// `value` in hundredths with its sign, `60,8 %`; `value` is already a percentage (60.8, not 0.608).
pub(crate) fn percent(value: f64, decimals: u8, language: Language) -> String {
    let figure = group(&format!("{value:.*}", usize::from(decimals)), language);
    match language {
        Language::Arabic => format!("{figure}{LEFT_TO_RIGHT}%{LEFT_TO_RIGHT}"),
        Language::Tamazight | Language::French => format!("{figure}{NO_BREAK_SPACE}%"),
        Language::English => format!("{figure}%"),
    }
}

/// A size in the largest decimal unit that keeps it at 1 or more; one decimal from megabytes on, if it is not zero.
pub(crate) fn bytes(count: u64, language: Language) -> String {
    let (unit, size) = [(3_u32, 3_usize), (2, 2), (1, 1)]
        .into_iter()
        .map(|(power, unit)| (unit, STEP.pow(power)))
        .find(|(_, size)| count >= *size)
        .unwrap_or((0, 1));
    let tenths = if unit >= 2 {
        count.saturating_mul(10).saturating_add(size / 2) / size
    } else {
        rounded(count, size) * 10
    };
    let figure = match tenths % 10 {
        0 => (tenths / 10).to_string(),
        tenth => format!("{}.{tenth}", tenths / 10),
    };
    let name = match language {
        Language::Arabic => ["بايت", "كيلوبايت", "ميغابايت", "جيغابايت"],
        Language::French => ["o", "Ko", "Mo", "Go"],
        Language::Tamazight | Language::English => ["B", "KB", "MB", "GB"],
    }[unit];
    format!("{}{NO_BREAK_SPACE}{name}", group(&figure, language))
}

const fn rounded(count: u64, size: u64) -> u64 {
    count.saturating_add(size / 2) / size
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped_by_language() {
        for (language, expected) in [
            (Language::Arabic, "342\u{a0}115,5"),
            (Language::Tamazight, "342\u{a0}115,5"),
            (Language::French, "342\u{a0}115,5"),
            (Language::English, "342,115.5"),
        ] {
            assert_eq!(group("342115.5", language), expected);
        }
        assert_eq!(group("0", Language::French), "0");
        assert_eq!(group("100", Language::French), "100");
        assert_eq!(group("-1000", Language::French), "-1\u{a0}000");
        assert_eq!(group("1234567", Language::English), "1,234,567");
    }

    #[test]
    fn percentages() {
        assert_eq!(percent(60.84, 1, Language::French), "60,8\u{a0}%");
        assert_eq!(percent(60.84, 1, Language::Tamazight), "60,8\u{a0}%");
        assert_eq!(percent(60.84, 1, Language::English), "60.8%");
        assert_eq!(percent(72.0, 0, Language::Arabic), "72\u{200e}%\u{200e}");
    }

    #[test]
    fn sizes() {
        assert_eq!(bytes(0, Language::French), "0\u{a0}o");
        assert_eq!(bytes(999, Language::English), "999\u{a0}B");
        assert_eq!(bytes(412_300, Language::French), "412\u{a0}Ko");
        assert_eq!(bytes(412_300, Language::Arabic), "412\u{a0}كيلوبايت");
        assert_eq!(bytes(25_000_000, Language::Tamazight), "25\u{a0}MB");
        assert_eq!(bytes(1_440_000, Language::French), "1,4\u{a0}Mo");
        assert_eq!(bytes(2_000_000_000, Language::English), "2\u{a0}GB");
        assert_eq!(bytes(u64::MAX, Language::English).chars().last(), Some('B'));
    }
}

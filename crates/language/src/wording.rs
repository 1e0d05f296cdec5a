//! Whether two texts have the same words.

use crate::fold;

/// What stands for any number.
const NUMBER: &str = "0";

/// The words of a text in order, folded, with one sign for every number, date and reference: texts of which only these
/// differ have the same. Empty for a text without words.
///
/// ```
/// use chikaya_language::wording;
/// assert_eq!(wording("Réparé le 3/5 !"), wording("réparé le 12/11."));
/// assert_ne!(wording("Réparé rue 3"), wording("Réparé place 3"));
/// ```
pub fn wording(text: &str) -> String {
    let mut wording = String::with_capacity(text.len());
    let mut last = "";
    for word in fold(text).split(' ') {
        let has_digit = word.chars().any(|sign| sign.is_ascii_digit());
        let word = if has_digit { NUMBER } else { word };
        // A date is one number, however it is written.
        if word.is_empty() || (word == NUMBER && last == NUMBER) {
            continue;
        }
        if !wording.is_empty() {
            wording.push(' ');
        }
        wording.push_str(word);
        last = if has_digit { NUMBER } else { "" };
    }
    wording
}

#[cfg(test)]
mod tests {
    use super::wording;

    #[test]
    fn only_numbers_and_signs_are_put_aside() {
        assert_eq!(
            wording("Dossier CK-2026-0041 : réparé le 22.04.2026."),
            "dossier ck 0 repare le 0"
        );
        assert_eq!(wording("تم الإصلاح يوم 5"), wording("تم الاصلاح يوم ١٢"));
        assert_ne!(wording("Réparé en avril"), wording("Réparé en mai"));
        assert_eq!(wording(" … "), "");
    }
}

//! Tamazight: the noun without its feminine or plural ending, so that its skeleton is that of the other forms.
//!
//! | | masculine | feminine |
//! |---|---|---|
//! | one | a-maziɣ, u-maziɣ (annexed) | ta-maziɣ-t, t-maziɣ-t |
//! | many | i-maziɣ-n, y-maziɣ-n | ti-maziɣ-in, t-maziɣ-in |
//! | broken | a-gadir, i-gudar | ta-mur-t, ti-mura |
//!
//! Vowels and glides are not in the skeleton, so states and broken plurals meet once the consonants of the endings are
//! gone. The feminine keeps its t in front: the language (tamaziɣt) is not who speaks it (amaziɣ).

/// What comes before the ending that says feminine or plural, where a word has the shape of such a noun. `is_sure` says
/// that the word is Tamazight, by its letters; else French words of a similar shape are left alone.
pub(crate) fn without_ending(word: &str, is_sure: bool) -> Option<&str> {
    let first = word.chars().next()?;
    let rest = match first {
        't' => word
            .strip_suffix('t')
            .filter(|rest| is_sure || looks_feminine(word, rest))
            .or_else(|| {
                word.strip_suffix("in")
                    .filter(|_| is_sure || word.starts_with("ti"))
            }),
        'i' => word
            .strip_suffix('n')
            .filter(|rest| is_sure || looks_plural(rest)),
        _ => None,
    }?;
    let least = if first == 't' { 3 } else { 2 };
    (consonants(rest) >= least).then_some(rest)
}

/// tamurt, tiɣmert; not traitement, transport, tenant.
fn looks_feminine(word: &str, rest: &str) -> bool {
    ["ta", "ti", "tu"]
        .iter()
        .any(|first| word.starts_with(first))
        && !rest.ends_with(['n', 'c'])
}

/// imazighn, irgazen, isaffan; not installation, iranien.
fn looks_plural(rest: &str) -> bool {
    let before = rest.strip_suffix(['e', 'a']).unwrap_or(rest);
    !before.ends_with(['a', 'e', 'i', 'o', 'u', 'y'])
}

fn consonants(word: &str) -> usize {
    word.chars()
        .filter(|sign| {
            sign.is_alphabetic() && !matches!(sign, 'a' | 'e' | 'i' | 'o' | 'u' | 'w' | 'y' | 'ɛ')
        })
        .count()
}

//! Arabic endings that change what a word names, or only how many.

/// What the ending of a folded Arabic word says to its skeleton.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// None that is read here. Broken plurals are among these: they keep the consonants of their word.
    Plain,
    /// The noun of an adjective, one (بلدية) or many (بلديات): another word than what it is made of (بلد).
    Abstract,
    /// An adjective or "my" (بلدي): it may belong to either.
    Related,
    /// Several persons: موظفين, موظفون.
    Persons,
}

/// A word without an ending that is read here, and what that ending says. What remains has at least three consonants:
/// the ي of قضية and هدية is one of their own, as is that of شكاية after a long vowel.
pub(crate) fn ending(word: &str) -> (&str, Ending) {
    const ENDINGS: [(&str, Ending); 5] = [
        ("يه", Ending::Abstract),
        ("يات", Ending::Abstract),
        ("ين", Ending::Persons),
        ("ون", Ending::Persons),
        ("ي", Ending::Related),
    ];
    ENDINGS
        .iter()
        .find_map(|(letters, ending)| {
            let rest = word.strip_suffix(letters)?;
            let is_long = rest.ends_with(['ا', 'و', 'ي']);
            (!is_long && consonants(rest) >= 3).then_some((rest, *ending))
        })
        .unwrap_or((word, Ending::Plain))
}

fn consonants(word: &str) -> usize {
    word.chars()
        .filter(|letter| !matches!(letter, 'ا' | 'و' | 'ي' | 'ع'))
        .count()
}

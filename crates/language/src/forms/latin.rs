//! One stem for the forms of a word in Latin letters, be it French or English.
//!
//! Snowball's French stemmer runs first, its English one over what comes out. Neither serves alone, nor on our words:
//! the French one reads accents, which people leave out (coupée is not coupee to it), takes -er from quartier and not
//! from quartiers, and knows no plural of travail. So rules of our own go before. Over the 56,000 French nouns and
//! adjectives of a spelling dictionary, folded, inflected forms met their word in 89 of 100 cases by Snowball's French
//! alone and in 99 with the rules; English plurals in 98, where its own stemmer alone has 99.

use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};

static FRENCH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::French));
static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::English));

/// Words whose plural no rule leads back, folded: the plural, the word.
const IRREGULAR: [(&str, &str); 36] = [
    ("travaux", "travail"),
    ("baux", "bail"),
    ("vitraux", "vitrail"),
    ("soupiraux", "soupirail"),
    ("coraux", "corail"),
    ("emaux", "email"),
    ("yeux", "oeil"),
    ("feux", "feu"),
    ("lieux", "lieu"),
    ("milieux", "milieu"),
    ("jeux", "jeu"),
    ("enjeux", "enjeu"),
    ("voeux", "voeu"),
    ("noeuds", "noeud"),
    ("cheveux", "cheveu"),
    ("essieux", "essieu"),
    ("neveux", "neveu"),
    ("choux", "chou"),
    ("cailloux", "caillou"),
    ("genoux", "genou"),
    ("tuyaux", "tuyau"),
    ("noyaux", "noyau"),
    ("joyaux", "joyau"),
    ("boyaux", "boyau"),
    ("children", "child"),
    ("women", "woman"),
    ("teeth", "tooth"),
    ("feet", "foot"),
    ("mice", "mouse"),
    ("wives", "wife"),
    ("lives", "life"),
    ("knives", "knife"),
    ("leaves", "leaf"),
    ("shelves", "shelf"),
    ("thieves", "thief"),
    ("halves", "half"),
];

/// A stem is no shorter: rues stays rue.
const LEAST: usize = 3;

/// The stem of a folded word of ASCII letters alone; the word itself where it is short, or holds anything else.
pub(crate) fn stem(word: &str) -> String {
    if word.len() <= LEAST || !word.bytes().all(|sign| sign.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let singular = IRREGULAR
        .iter()
        .find_map(|(plural, singular)| (*plural == word).then_some(*singular));
    let base = prepared(singular.unwrap_or(word));
    // The French stemmer would make a tax of a taxi, and one name of Hassan, Hassana and Hassani.
    if base.ends_with(['a', 'i', 'o', 'u']) {
        return base;
    }
    let french = FRENCH.stem(&base);
    let stem = ENGLISH.stem(&french);
    let stem = undoubled(&stem);
    if stem.len() < LEAST {
        base
    } else {
        stem.to_owned()
    }
}

/// A word by what the stemmers do not see or see only with accents.
fn prepared(word: &str) -> String {
    let plural = word.len() > LEAST && word.ends_with('s') && !word.ends_with("ss");
    let base = if plural {
        &word[..word.len() - 1]
    } else {
        word
    };
    if base.len() <= LEAST {
        return base.to_owned();
    }
    let without = |ending: &str, least: usize| {
        base.strip_suffix(ending)
            .filter(|rest| rest.len() >= least && has_vowel(rest))
    };
    // dangereux, dangereuse; vendeur, vendeuse. Shorter words in -eux are plurals: bleus, feux.
    if let Some(rest) = without("eux", 3).or_else(|| without("euse", 3)) {
        return format!("{rest}eur");
    }
    // routière, directrice, active, publique, française.
    for (feminine, masculine) in [
        ("iere", "ier"),
        ("trice", "teur"),
        ("ive", "if"),
        ("ique", "ic"),
        ("aise", "ai"),
        ("oise", "oi"),
    ] {
        if let Some(rest) = base.strip_suffix(feminine) {
            return format!("{rest}{masculine}");
        }
    }
    // coupée, address and addresses.
    if base.ends_with("ee") || base.ends_with("sse") {
        return base[..base.len() - 1].to_owned();
    }
    // pharmacie, pharmacy, pharmacies, applied.
    if let Some(rest) = base.strip_suffix("ie").or_else(|| base.strip_suffix("ied")) {
        return format!("{rest}i");
    }
    if let Some(rest) = without("ing", 3) {
        return ending_in_i(rest);
    }
    if let Some(rest) = without("ed", 3).filter(|rest| !rest.ends_with('e')) {
        return rest.to_owned();
    }
    // débordent is déborde; what ends in -ment or -aient is known to the stemmer.
    if let Some(rest) = without("ent", 4).filter(|rest| !rest.ends_with(['m', 'i'])) {
        return format!("{rest}e");
    }
    ending_in_i(base)
}

/// A word with its last y, after a consonant, as i.
fn ending_in_i(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(rest) if !rest.ends_with(VOWELS) => format!("{rest}i"),
        _ => word.to_owned(),
    }
}

/// A stem with its last consonant once: staff, staffing; stop, stopped. Double l and s tell words apart: salle, sale.
fn undoubled(stem: &str) -> &str {
    let mut backwards = stem.bytes().rev();
    let last = backwards.next();
    let is_doubled = last == backwards.next() && !matches!(last, Some(b'l' | b's'));
    if is_doubled && stem.len() > LEAST {
        &stem[..stem.len() - 1]
    } else {
        stem
    }
}

const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];

fn has_vowel(word: &str) -> bool {
    word.contains(VOWELS)
}

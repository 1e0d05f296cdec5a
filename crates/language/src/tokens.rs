//! Cutting a text into folded words, without articles and elided words.

use std::borrow::Cow;

use crate::fold::{APOSTROPHE, HYPHEN, Piece, pieces};
use crate::script::{Script, is_plain_arabic, script_of_letter};

/// A folded word and what is known of how it was written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Word {
    /// The folded word without its article: letters and digits, never empty.
    pub(crate) text: String,
    /// What kind of signs it was written in.
    pub(crate) nature: Nature,
}

/// What kind of signs a word was written in: decides how it can be read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Nature {
    /// Arabic letters.
    Arabic,
    /// Latin letters, perhaps with Arabizi digits.
    Latin,
    /// Tifinagh, shown by its Latin key.
    Tifinagh,
    /// Digits alone, or a reference, plate, amount, ordinal or name like «2G»: not to be read as speech.
    Code,
    /// Letters of a script that has no reading here.
    Other,
}

/// The folded words of a text in order, articles and elided words stripped; stop words are kept.
///
/// Stripped are: the Arabic article with what is written together with it (وال، بال، فال، كال، لل), French
/// elision (l’ d’ qu’ …) and the Darija article joined by a hyphen or apostrophe (l- el- al- er-r…). An article
/// standing alone («El Jadida») is a word as any other here; [`query_tokens`](crate::query_tokens) passes it over.
/// The words of two texts joined by a space are the words of the first, then of the second.
///
/// ```
/// use chikaya_language::tokens;
/// assert_eq!(tokens("شكاية بالجماعة"), ["شكايه", "جماعه"]);
/// assert_eq!(tokens("L’éclairage d'El-Jadida"), ["eclairage", "jadida"]);
/// ```
pub fn tokens(text: &str) -> Vec<String> {
    words(text).map(|word| word.text).collect()
}

/// As [`tokens`], with the nature of each word.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Word> {
    pieces(text).flat_map(|piece| {
        // Most pieces are one word.
        let (one, more) = if piece.text.contains([APOSTROPHE, HYPHEN]) {
            (None, words_of(&piece))
        } else {
            (Some(word_of(piece)), Vec::new())
        };
        one.into_iter().chain(more)
    })
}

/// The word that a piece without joints is.
fn word_of(piece: Piece) -> Word {
    let nature = nature_of(&piece.text, piece.tifinagh);
    let text = match nature {
        Nature::Arabic => {
            let text = without_article(&piece.text);
            if text.len() == piece.text.len() {
                piece.text
            } else {
                text.to_owned()
            }
        }
        _ => piece.text,
    };
    Word { text, nature }
}

/// The words of a piece with joints.
fn words_of(piece: &Piece) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = piece.text.as_str();
    // A number joined to something else is a reference, a plate or a date: none of its parts is speech.
    let joined_number = rest
        .split([APOSTROPHE, HYPHEN])
        .any(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    // A consonant before another is no elision but the beginning of a name: M'Hamed, H'Saine.
    let mut beginning = "";
    while !rest.is_empty() {
        let end = rest.find([APOSTROPHE, HYPHEN]).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        let mut after = after.chars();
        let joint = after.next();
        rest = after.as_str();
        if joint == Some(APOSTROPHE) && begins_name(part, rest) {
            beginning = part;
            continue;
        }
        let whole: Cow<'_, str> = if beginning.is_empty() {
            Cow::Borrowed(part)
        } else {
            Cow::Owned(format!("{beginning}{part}"))
        };
        beginning = "";
        let part = whole.as_ref();
        let own = nature_of(part, piece.tifinagh);
        let nature = if joined_number { Nature::Code } else { own };
        if nature == Nature::Latin && joint.is_some_and(|joint| is_stripped(part, joint, rest)) {
            continue;
        }
        // By its own nature: standing alone it would lose its article too, and must stay the same word.
        let text = match own {
            Nature::Arabic => without_article(part),
            _ => part,
        };
        words.push(Word {
            text: text.to_owned(),
            nature,
        });
    }
    words
}

/// Whether a Latin part before a joint is an elided word or an article.
fn is_stripped(part: &str, joint: char, next: &str) -> bool {
    const ELIDED: [&str; 13] = [
        "l", "d", "j", "n", "s", "t", "m", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    ];
    is_article(part, next) || joint == APOSTROPHE && ELIDED.contains(&part)
}

/// Whether a part before an apostrophe begins the word after it. Only l and d are left out before a consonant.
fn begins_name(part: &str, next: &str) -> bool {
    let consonant = matches!(part, "b" | "h" | "k" | "m" | "n" | "r" | "s" | "t" | "z");
    consonant
        && next.starts_with(|sign: char| {
            sign.is_ascii_alphabetic() && !matches!(sign, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
        })
}

/// Whether a Latin word is the Arabic article before `next`: l, el, al, or el with its l turned into the
/// consonant that follows (er-Rachidia, ech-chaouia).
pub(crate) fn is_article(word: &str, next: &str) -> bool {
    if matches!(word, "l" | "el" | "al") {
        return true;
    }
    word.strip_prefix(['a', 'e']).is_some_and(|consonants| {
        matches!(consonants.len(), 1 | 2)
            && !consonants.starts_with(['a', 'e', 'i', 'o', 'u', 'y'])
            && next.starts_with(consonants)
    })
}

/// The nature of a part without joints.
fn nature_of(part: &str, tifinagh: bool) -> Nature {
    let script = part.chars().find_map(script_of_letter);
    let has_digit = part
        .chars()
        .any(|sign| !is_plain_arabic(sign) && sign.is_numeric());
    match script {
        None => Nature::Code,
        Some(Script::Other) => Nature::Other,
        Some(Script::Arabic) if has_digit => Nature::Code,
        Some(Script::Arabic) => Nature::Arabic,
        Some(Script::Latin | Script::Tifinagh) if has_digit && is_code(part) => Nature::Code,
        Some(Script::Latin | Script::Tifinagh) if tifinagh => Nature::Tifinagh,
        Some(Script::Latin | Script::Tifinagh) => Nature::Latin,
    }
}

/// Whether Latin letters with digits are a code and not Arabizi: digits that stand for no letter, three or more
/// digits in a row, two signs in all («2G»), or a number with its unit or ordinal ending («25dh», «2eme»).
fn is_code(part: &str) -> bool {
    const ENDINGS: [&str; 36] = [
        "dh", "dhs", "mad", "km", "cm", "mm", "kg", "gr", "ml", "min", "mn", "mo", "go", "ko",
        "gb", "mb", "kb", "kw", "kwh", "kva", "kv", "ha", "eme", "ieme", "er", "ere", "nd", "rd",
        "th", "st", "ans", "jours", "mois", "fois", "x", "e",
    ];
    let no_letter = |sign: char| sign.is_numeric() && !matches!(sign, '2' | '3' | '5'..='9');
    let mut run = 0;
    let mut longest = 0;
    for sign in part.chars() {
        run = if sign.is_numeric() { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let after_number = part.trim_start_matches(char::is_numeric);
    part.chars().count() <= 2
        || part.chars().any(no_letter)
        || longest >= 3
        || after_number.len() < part.len() && ENDINGS.contains(&after_number)
}

/// A folded Arabic word without its article.
///
/// Two letters must remain after «ال», «بال», «فال» (الحي، الماء and السد are words people complain about), three
/// after the others (والي and والده keep theirs). What looks like an article is stripped until nothing does, so
/// that «إلغاء» and «الإلغاء» come to the same key although hamza is folded.
fn without_article(word: &str) -> &str {
    const PREFIXES: [(&str, usize); 8] = [
        ("وبال", 3),
        ("وال", 3),
        ("ولل", 3),
        ("بال", 2),
        ("فال", 2),
        ("كال", 3),
        ("لل", 3),
        ("ال", 2),
    ];
    // God, who, which, now: their first letters are no article one could leave out.
    const WHOLE: [&str; 9] = [
        "الله",
        "والله",
        "بالله",
        "التي",
        "الذي",
        "الان",
        "اللي",
        "فاللي",
        "باللي",
    ];
    let mut rest = word;
    while !WHOLE.contains(&rest) {
        let stripped = PREFIXES.iter().find_map(|(prefix, remaining)| {
            rest.strip_prefix(prefix)
                .filter(|stem| stem.chars().count() >= *remaining)
        });
        match stripped {
            Some(stem) => rest = stem,
            None => break,
        }
    }
    rest
}

/// What an Arabic word may be without the conjunction or preposition written together with it (و ف ب ل), one taken
/// off after the other: بتيزنيت is also تيزنيت, وبشارع also بشارع and شارع. Whether the letter belongs to the word
/// (بلدية) cannot be known here, so these are further keys, never instead of the word. Three letters must remain.
pub(crate) fn without_proclitics(word: &Word) -> impl Iterator<Item = Word> {
    const MOST: usize = 2;
    let first = (word.nature == Nature::Arabic).then_some(word.text.as_str());
    std::iter::successors(first, |text| {
        text.strip_prefix(['و', 'ف', 'ب', 'ل'])
            .filter(|stem| stem.chars().nth(2).is_some())
    })
    .skip(1)
    .take(MOST)
    .map(|stem| Word {
        text: stem.to_owned(),
        nature: Nature::Arabic,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Nature, tokens, without_proclitics, words};

    #[test]
    fn articles_and_elisions_are_stripped() {
        let table: [(&str, &[&str]); 26] = [
            ("الجماعة", &["جماعه"]),
            ("والجماعة بالجماعة للجماعة فالجماعة", &["جماعه"; 4]),
            ("الماء ماء الحي حي", &["ما", "ما", "حي", "حي"]),
            ("الله التي والي", &["الله", "التي", "والي"]),
            ("إلغاء الإلغاء", &["غا", "غا"]),
            ("وكالة", &["وكاله"]),
            ("l’eau d’Agadir qu'il", &["eau", "agadir", "il"]),
            ("jusqu’à aujourd’hui", &["a", "aujourd", "hui"]),
            ("don't", &["don", "t"]),
            ("M'Hamed H’Saine", &["mhamed", "hsaine"]),
            ("L'had s'il", &["had", "il"]),
            (
                "l-9ayed el-jadida al-hoceima",
                &["9ayed", "jadida", "hoceima"],
            ),
            ("er-Rachidia Ech-chaouia", &["rachidia", "chaouia"]),
            ("El Jadida", &["el", "jadida"]),
            ("as-tu", &["as", "tu"]),
            ("est-ce", &["est", "ce"]),
            ("rendez-vous", &["rendez", "vous"]),
            ("porte-d'entrée", &["porte", "entree"]),
            ("CK-26-7K3M-9QDX", &["ck", "26", "7k3m", "9qdx"]),
            ("0-للكتاب", &["0", "كتاب"]),
            ("0-لل3'اa", &["0", "ɣاa"]),
            ("12345|أ|6", &["12345", "ا", "6"]),
            ("l'", &["l"]),
            ("الــــمدرسة", &["مدرسه"]),
            ("ⵜⴰⵎⴷⵉⵏⵜ ⵏ ⵜⵣⵏⵉⵜ", &["tamdint", "n", "tznit"]),
            ("", &[]),
        ];
        for (text, expected) in table {
            assert_eq!(tokens(text), expected, "{text}");
        }
    }

    #[test]
    fn codes_are_told_from_arabizi() {
        for code in [
            "2G",
            "4g",
            "25dh",
            "300DH",
            "2eme",
            "1er",
            "AB123456",
            "CK267K3M",
            "12345-A-6",
            "9-b",
            "2026",
            "3km",
            "رقم12",
        ] {
            for word in words(code) {
                assert_eq!(word.nature, Nature::Code, "{code}: {word:?}");
            }
        }
        for speech in [
            "3lach", "l9ayed", "tri9", "7awma", "5edma", "so2al", "ma3ndi", "7a99i",
        ] {
            for word in words(speech) {
                assert_eq!(word.nature, Nature::Latin, "{speech}: {word:?}");
            }
        }
    }

    #[test]
    fn what_is_written_together_is_also_read_apart() {
        let apart = |text| {
            words(text)
                .flat_map(|word| without_proclitics(&word).collect::<Vec<_>>())
                .map(|word| word.text)
                .collect::<Vec<_>>()
        };
        assert_eq!(apart("بتيزنيت"), ["تيزنيت"]);
        assert_eq!(apart("وبشارع"), ["بشارع", "شارع"]);
        assert_eq!(apart("بحي"), Vec::<String>::new());
        assert_eq!(apart("شارع bureau"), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn words_of_joined_texts_are_the_words_of_each(first in any::<String>(), second in "[ا-ي لa-z0-9' -]{0,30}") {
            let mut expected = tokens(&first);
            expected.extend(tokens(&second));
            prop_assert_eq!(tokens(&format!("{first} {second}")), expected);
        }

        #[test]
        fn words_of_words_stay(text in "[ا-ي لوبa-z0-9' -]{0,40}") {
            let once = tokens(&text);
            prop_assert_eq!(tokens(&once.join(" ")), once);
        }

        #[test]
        fn no_word_is_empty(text in any::<String>()) {
            prop_assert!(tokens(&text).iter().all(|word| !word.is_empty()));
        }
    }
}

//! Titles: the part of a text that tells it from others, which is seldom its first words.

use crate::fold;

/// Letters after which a title tells enough; a shorter sentence takes the next one along.
const ENOUGH: usize = 12;

/// Words an address can have before the comma or the end of the line that closes it.
const ADDRESS_WORDS: usize = 12;

/// Most words of a beginning below.
const WORDS: usize = 8;

/// Words by which people greet, folded.
const GREETINGS: &[&str] = &[
    "السلام عليكم ورحمه الله تعالي وبركاته",
    "السلام عليكم ورحمه الله وبركاته",
    "السلام عليكم و رحمه الله تعالي و بركاته",
    "السلام عليكم و رحمه الله و بركاته",
    "السلام عليكم ورحمه الله",
    "السلام عليكم",
    "سلام عليكم",
    "سلام تام بوجود مولانا الامام",
    "سلام",
    "تحيه طيبه وبعد",
    "تحيه طيبه",
    "تحيه وبعد",
    "بعد التحيه",
    "بعد التحيه والسلام",
    "بسم الله الرحمن الرحيم",
    "صباح الخير",
    "مساء الخير",
    "صباح النور",
    "مساء النور",
    "مرحبا",
    "اهلا",
    "وبعد",
    "اما بعد",
    "salam alaykoum",
    "salam alaikoum",
    "salam alikoum",
    "salam 3alaykom",
    "salam 3alikom",
    "salam 3likom",
    "assalamou alaykoum",
    "assalam alaykoum",
    "assalamu alaikum",
    "salamo alaykom",
    "salam",
    "slm",
    "azul fellawen",
    "azul flawn",
    "azul fllawn",
    "azul",
    "bonjour a tous",
    "bonjour",
    "bonsoir",
    "salut",
    "hello",
    "good morning",
    "good afternoon",
    "good evening",
    "greetings",
    "hi",
    "a qui de droit",
    "to whom it may concern",
];

/// What people write before a subject, folded.
const LABELS: &[&str] = &[
    "objet",
    "sujet",
    "subject",
    "re",
    "الموضوع",
    "موضوع",
    "الموضوع الشكايه",
    "asntl",
];

/// How letters begin that are addressed to somebody, folded: what follows up to the comma is their name and office.
const ADDRESSES: &[&str] = &[
    "a monsieur le",
    "a monsieur l",
    "a madame la",
    "a madame l",
    "a m le",
    "a m l",
    "a mme la",
    "a mme l",
    "monsieur le",
    "monsieur l",
    "madame la",
    "madame l",
    "messieurs les",
    "mesdames les",
    "m le",
    "m l",
    "mr le",
    "mr l",
    "mme la",
    "mme l",
    "mesdames messieurs",
    "mesdames et messieurs",
    "madame monsieur",
    "monsieur madame",
    "mesdames",
    "messieurs",
    "monsieur",
    "madame",
    "cher monsieur",
    "chere madame",
    "chers",
    "dear",
    "sir",
    "madam",
    "to the",
    "to mr",
    "to mrs",
    "الي السيد",
    "الي السيده",
    "الي الساده",
    "السيد رييس",
    "السيد المدير",
    "السيد مدير",
    "السيد عامل",
    "السيد والي",
    "السيد الوالي",
    "السيد العامل",
    "السيد وزير",
    "السيد الوزير",
    "السيد القايد",
    "السيد قايد",
    "السيد الباشا",
    "السيد باشا",
    "السيد عمده",
    "السيد المسوول",
    "السيد المحترم",
    "السيد الرييس",
    "السيد رءيس",
    "السيده رييسه",
    "السيده المديره",
    "السيده مديره",
    "السيده الوزيره",
    "السيده وزيره",
    "الساده",
    "سيدي",
    "سيدتي",
    "ساداتي",
    "سادتي",
    "حضره",
    "معالي",
    "الاخ",
    "mass",
    "massa",
];

/// Abbreviations that are followed by a name or a number, as they are written before their full stop, in small
/// letters.
const ABBREVIATIONS: &[&str] = &[
    "m", "mm", "mme", "mmes", "mlle", "mlles", "mr", "mrs", "ms", "dr", "pr", "prof", "me", "av",
    "ave", "bd", "bld", "blvd", "bvd", "boul", "rte", "st", "ste", "sté", "n", "no", "nº", "n°",
    "num", "art", "al", "p", "pp", "pl", "tel", "tél", "cf", "réf", "ref", "env", "apt", "app",
    "appt", "imm", "lot", "res", "rés", "qt", "qtr", "qrt", "cie", "ex", "max", "min", "approx",
    "arr", "prov", "cne", "sect", "bat", "bât", "esc", "et", "ét", "vs", "الخ",
];

/// What tells a text from others, in one line without its last full stop: not a greeting, not the name of whom it is
/// addressed to, not dots; the first sentence after them, or as many as it takes to say something. Empty only when
/// the text is.
///
/// ```
/// use chikaya_language::title;
/// assert_eq!(title("Bonjour M. le président, la rue est noire. Merci."), "la rue est noire");
/// assert_eq!(title("<script>alert(1)</script> test"), "<script>alert(1)</script> test");
/// assert_eq!(title("L’av. Hassan II est barrée."), "L’av. Hassan II est barrée");
/// ```
pub fn title(text: &str) -> String {
    let telling = without_openings(text);
    let telling = if letters(telling) == 0 { text } else { telling };
    let mut end = 0;
    while end < telling.len() && letters(&telling[..end]) < ENOUGH {
        end += sentence(&telling[end..]);
    }
    let words: Vec<&str> = telling[..end].split_whitespace().collect();
    let title = words.join(" ");
    let tidy = title.trim_end_matches(['.', ',', ';', ':', '،', '؛', '-', '–', ' ']);
    if tidy.is_empty() {
        title
    } else {
        tidy.to_owned()
    }
}

/// The text after everything at its beginning that tells nothing. What would leave nothing is left.
fn without_openings(text: &str) -> &str {
    let mut rest = text;
    loop {
        let begun = rest.trim_start_matches(tells_nothing);
        let beginning = Beginning::of(begun);
        let shorter = beginning
            .after(GREETINGS)
            .or_else(|| beginning.after_label())
            .or_else(|| beginning.after_address());
        match shorter {
            Some(shorter) if letters(shorter) > 0 => rest = shorter,
            _ => return begun,
        }
    }
}

/// Signs that a title does not begin with.
fn tells_nothing(sign: char) -> bool {
    let opens = matches!(
        sign,
        '«' | '‹' | '“' | '„' | '"' | '(' | '[' | '{' | '<' | '#' | '+' | '@' | '§' | '$' | '€'
    );
    !(sign.is_alphanumeric() || opens || is_picture(sign))
}

fn is_picture(sign: char) -> bool {
    matches!(sign, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}')
}

/// How a text begins: its first words, one after the other, as they are compared with those above.
struct Beginning<'a> {
    text: &'a str,
    /// Where each of the first words ends, in bytes, with the text up to there, folded.
    words: Vec<(usize, String)>,
}

impl<'a> Beginning<'a> {
    fn of(text: &'a str) -> Self {
        let ends = ends_of_words(text);
        let words = if is_told_by_first_word(text, ends.first().copied()) {
            Vec::new()
        } else {
            ends.into_iter()
                .map(|end| (end, fold(&text[..end])))
                .collect()
        };
        Self { text, words }
    }

    /// What follows the longest of these beginnings, which are given folded and end with a word.
    fn after(&self, beginnings: &[&str]) -> Option<&'a str> {
        self.words
            .iter()
            .rev()
            .find(|(_, folded)| beginnings.contains(&folded.as_str()))
            .map(|(end, _)| &self.text[*end..])
    }

    /// What follows a label such as *Objet :*.
    fn after_label(&self) -> Option<&'a str> {
        let rest = self.after(LABELS)?.trim_start();
        rest.strip_prefix([':', '：'])
    }

    /// What follows the name and office of whom the text is addressed to: the comma, colon or end of line after them.
    /// A sentence that is *about* somebody has none so early.
    fn after_address(&self) -> Option<&'a str> {
        let rest = self.after(ADDRESSES)?;
        let is_short = |name: &str| name.split_whitespace().count() <= ADDRESS_WORDS;
        // A letter on one line: the address, a full stop, and what it is about.
        let (line, below) = rest.split_at(sentence(rest));
        if is_short(line) && Beginning::of(below).after_label().is_some() {
            return Some(below);
        }
        let end = rest.find([',', '،', ':', '\n', '!', '؛', ';'])?;
        let name = &rest[..end];
        // A full stop within closes a sentence, unless it is that of an abbreviation.
        let is_name = is_short(name) && sentence(name) == name.len();
        is_name.then(|| &rest[end..])
    }
}

/// Whether the first word alone says that none of the beginnings above is meant, as of nearly all texts: folding the
/// words after it is spared. It says so when a space follows it, because a folded text is its folded words.
fn is_told_by_first_word(text: &str, end: Option<usize>) -> bool {
    let Some(end) = end else {
        return true;
    };
    if !text[end..].chars().next().is_none_or(char::is_whitespace) {
        return false;
    }
    let first = fold(&text[..end]);
    let begins = |beginning: &&str| {
        beginning
            .strip_prefix(first.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    !first.is_empty()
        && ![GREETINGS, LABELS, ADDRESSES]
            .iter()
            .any(|list| list.iter().any(begins))
}

/// Where the first words end, in bytes. A word with a hyphen is one.
fn ends_of_words(text: &str) -> Vec<usize> {
    let is_of_word =
        |sign: char| sign.is_alphanumeric() || unicode_normalization::char::is_combining_mark(sign);
    let mut ends = Vec::with_capacity(WORDS);
    let mut was_within = false;
    for (place, sign) in text.char_indices() {
        let is_within = is_of_word(sign) || (was_within && sign == '-');
        if was_within && !is_within {
            ends.push(place);
            if ends.len() == WORDS {
                return ends;
            }
        }
        was_within = is_within;
    }
    if was_within {
        ends.push(text.len());
    }
    ends
}

/// The length of the first sentence in bytes, its last sign and the spaces after it included.
fn sentence(text: &str) -> usize {
    let mut has_letters = false;
    let mut signs = text.char_indices().peekable();
    while let Some((place, sign)) = signs.next() {
        has_letters |= sign.is_alphanumeric();
        let next = signs.peek().map(|(_, next)| *next);
        let ends = match sign {
            '\n' => true,
            '!' | '?' | '؟' | '۔' | '。' => next.is_none_or(char::is_whitespace),
            '…' => {
                next.is_none_or(char::is_whitespace) && !goes_on(&text[place + sign.len_utf8()..])
            }
            '.' => {
                next.is_none_or(char::is_whitespace)
                    && !is_abbreviated(&text[..place])
                    && !goes_on(&text[place + 1..])
            }
            _ => false,
        };
        if ends && has_letters {
            let after = place + sign.len_utf8();
            let rest = &text[after..];
            return after + (rest.len() - rest.trim_start().len());
        }
    }
    text.len()
}

/// Whether what stands before a full stop is an abbreviation: one of those we know, a single letter, or letters with
/// full stops between them.
fn is_abbreviated(before: &str) -> bool {
    let word = before
        .rsplit(|sign: char| sign.is_whitespace() || matches!(sign, '\'' | '’' | '(' | '«' | '"'))
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let is_one_letter = word.chars().filter(|sign| sign.is_alphanumeric()).count() == 1
        && word.chars().any(char::is_alphabetic);
    let is_spelled = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    is_one_letter || is_spelled || ABBREVIATIONS.contains(&word.as_str())
}

/// Whether a sentence goes on after a full stop: the next word begins with a small letter.
fn goes_on(after: &str) -> bool {
    after
        .chars()
        .find(|sign| !sign.is_whitespace())
        .is_some_and(char::is_lowercase)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|sign| sign.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, sample::select};

    use super::*;

    proptest! {
        #[test]
        fn the_first_word_says_no_less_than_all_of_them(
            first in select([GREETINGS, LABELS, ADDRESSES].concat()),
            joint in select(vec!["", " ", "’", "-", ".", "\u{200f}", "\u{301}", ", "]),
            rest in "[ a-cم’s-]{0,6}",
            before in select(vec!["", "«", "( ", "m", "7’"]),
            letters in 0..12_usize,
        ) {
            let beginning: String = first.chars().take(letters).collect();
            for text in [
                format!("{before}{first}{joint}{rest}"),
                format!("{before}{beginning}{joint}{first} {rest}"),
            ] {
                let ends = ends_of_words(&text);
                if is_told_by_first_word(&text, ends.first().copied()) {
                    for end in ends {
                        let folded = fold(&text[..end]);
                        let known = [GREETINGS, LABELS, ADDRESSES].concat();
                        prop_assert!(!known.contains(&folded.as_str()), "{text}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_letter_on_one_line_is_called_by_what_it_is_about() {
        let letter = "À Monsieur le Président de la commune de Tiznit. Objet : éclairage public, rue de la Poste";
        assert_eq!(title(letter), "éclairage public, rue de la Poste");
    }

    #[test]
    fn a_title_tells_cases_apart() {
        for (text, expected) in [
            (
                "M. le président, la rue Ibn Sina est dans le noir. Merci.",
                "la rue Ibn Sina est dans le noir",
            ),
            (
                "L’av. Hassan II est barrée. Rien n’est signalé.",
                "L’av. Hassan II est barrée",
            ),
            (
                "S.O.S. Une fuite d’eau inonde la cave",
                "S.O.S. Une fuite d’eau inonde la cave",
            ),
            (
                "السلام عليكم. لا ماء في الحي منذ أسبوع. شكرا",
                "لا ماء في الحي منذ أسبوع",
            ),
            (
                "السلام عليكم ورحمة الله وبركاته، السيد رئيس الجماعة، الإنارة مقطوعة",
                "الإنارة مقطوعة",
            ),
            ("السَّلامُ عليكم، الإنارة مقطوعة", "الإنارة مقطوعة"),
            ("...\nLampadaire éteint", "Lampadaire éteint"),
            ("- - -\n•  Lampadaire éteint", "Lampadaire éteint"),
            (
                "Bonjour,\n\nMadame, Monsieur,\nLe dispensaire est fermé.",
                "Le dispensaire est fermé",
            ),
            (
                "Bonjour monsieur le maire la rue est noire.",
                "monsieur le maire la rue est noire",
            ),
            (
                "Dear Sir or Madam,\nThe street lamps are out.",
                "The street lamps are out",
            ),
            (
                "Hello. The street lamps are out.",
                "The street lamps are out",
            ),
            (
                "ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ, ⵓⵔ ⵉⵍⵍⵉ ⵡⴰⵎⴰⵏ ⴳ ⵜⵖⵔⵎⵜ",
                "ⵓⵔ ⵉⵍⵍⵉ ⵡⴰⵎⴰⵏ ⴳ ⵜⵖⵔⵎⵜ",
            ),
            ("salam 3likom, makaynch lma f l7ay", "makaynch lma f l7ay"),
            (
                "Objet : fuite d’eau rue de l’École\nMonsieur,",
                "fuite d’eau rue de l’École",
            ),
            (
                "الموضوع: انقطاع الماء منذ يومين\nالسيد المدير،",
                "انقطاع الماء منذ يومين",
            ),
            (
                "À Monsieur le Président de la commune de Tiznit\nLa place est sale depuis dix jours.",
                "La place est sale depuis dix jours",
            ),
            (
                "M. Alaoui refuse de me recevoir.",
                "M. Alaoui refuse de me recevoir",
            ),
            (
                "Mme X. refuse. Elle crie toujours.",
                "Mme X. refuse. Elle crie toujours",
            ),
            (
                "Au secours ! La rue Ibn Sina est inondée. Vite.",
                "Au secours ! La rue Ibn Sina est inondée",
            ),
            (
                "Le site www.exemple.ma ne marche pas. Merci",
                "Le site www.exemple.ma ne marche pas",
            ),
            (
                "Le compteur affiche 12.5 m3 de trop.",
                "Le compteur affiche 12.5 m3 de trop",
            ),
            (
                "Rien ne marche… vraiment rien depuis hier. Merci.",
                "Rien ne marche… vraiment rien depuis hier",
            ),
            ("﷽\nالإنارة مقطوعة في الحي", "الإنارة مقطوعة في الحي"),
            (
                "بسم الله الرحمن الرحيم\nالسلام عليكم\nالإنارة مقطوعة",
                "الإنارة مقطوعة",
            ),
            ("Bonjour", "Bonjour"),
            ("السلام عليكم", "السلام عليكم"),
            ("???", "???"),
            ("...", "..."),
            ("🙏🙏", "🙏🙏"),
            (
                "Hi-fi trop forte la nuit chez le voisin.",
                "Hi-fi trop forte la nuit chez le voisin",
            ),
        ] {
            assert_eq!(title(text), expected, "{text:?}");
        }
        assert_eq!(title(""), "");
    }
}

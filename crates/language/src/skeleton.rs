//! The skeleton: a key of consonants by which one word in Arabic, Latin and Tifinagh letters meets itself.
//!
//! Arabic does not write short vowels, Latin spellings disagree about all of them, and official Latin names
//! leave out ع and the length of letters. So the skeleton keeps only consonants, brought to classes that the
//! spellings do not distinguish, and writes each class once in a row: قضية, `9adiya`, `kadia` are all `kd`.
//!
//! | class | Arabic | Latin, Arabizi, Amazigh |
//! |---|---|---|
//! | b | ب پ | b p |
//! | t | ت ث ط | t th 6 |
//! | j | ج | j dj, French g before e i y |
//! | h | ح ه, not at the end | h 7, not at the end |
//! | x | خ | kh 5, x |
//! | d | د ذ ض ظ | d dh |
//! | r z l m n | ر ز ل م ن | the same |
//! | s | س ص | s, French c before e i y |
//! | c | ش | ch sh, Amazigh c |
//! | g | غ | gh ɣ 8, French rh |
//! | k | ق ك ݣ ڭ گ | q k g 9, French c |
//! | f | ف ڤ | f v ph |
//! | (none) | ا و ي ء ع | all vowels, w y 2 3 ɛ (w and y count in words of one consonant) |
//!
//! Latin letters can be read in several ways; each reading gives a key, and two words meet when they share one.
//! The price is that different words may share a skeleton: an exact hit must rank above a skeleton hit.
//!
//! Endings are read too, where a word has three consonants before them (see [`forms`](crate::forms)): the noun of an
//! adjective ends in a sign of its own, so that بلدية, baladiya (`bldi`) are not بلد (`bld`), and persons and Amazigh
//! nouns have a second key without what makes them many or feminine.

use crate::forms::{
    amazigh,
    arabic::{Ending, ending},
};
use crate::tokens::{Nature, Word};

/// A way of reading Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// French spelling: x is ks, g and c are soft before e i y, rh is غ; sh, th, dh are two letters.
    French,
    /// Moroccan chat spelling: x is خ, g is ڭ, 8 is غ.
    Arabizi,
    /// As Arabizi, but 8 is ه.
    ArabiziSoft,
    /// Chat spelling of the Mashreq and the Gulf: 9 is ص, 8 is ق.
    Eastern,
    /// The Latin writing of Amazigh and the key of Tifinagh: c is ⵛ.
    Amazigh,
}

/// Water, the word of one consonant and no glide that people complain about most: it gets a key of its own.
const WATER: [&str; 4] = ["ما", "lma", "elma", "lmae"];
const WATER_KEY: &str = "ma";

/// The distinct skeletons of a word, the likeliest reading first; none when it is a code or has fewer than two
/// consonants.
pub(crate) fn skeletons(word: &Word) -> Vec<String> {
    let text = word.text.as_str();
    if WATER.contains(&text) {
        return vec![WATER_KEY.to_owned()];
    }
    let mut keys = Vec::new();
    match word.nature {
        Nature::Arabic => {
            let (rest, ending) = ending(text);
            match ending {
                Ending::Plain => add_arabic(&mut keys, arabic(text), text.ends_with('ه')),
                Ending::Abstract => add_arabic(&mut keys, abstracted(arabic(rest)), true),
                Ending::Related => {
                    add_arabic(&mut keys, arabic(text), false);
                    add_arabic(&mut keys, abstracted(arabic(rest)), false);
                }
                Ending::Persons => {
                    add_arabic(&mut keys, arabic(text), false);
                    add_arabic(&mut keys, arabic(rest), false);
                }
            }
        }
        Nature::Tifinagh => {
            add_latin(&mut keys, text, &[Reading::Amazigh]);
            add_amazigh(&mut keys, text, true);
        }
        Nature::Latin => {
            add_latin(&mut keys, text, readings(text));
            add_amazigh(&mut keys, text, text.contains(['ɣ', 'ɛ']));
        }
        Nature::Code | Nature::Other => {}
    }
    keys
}

/// The sign behind the consonants of what an adjective is the noun of.
const ABSTRACT: char = 'i';

fn abstracted(mut classes: Vec<char>) -> Vec<char> {
    classes.push(ABSTRACT);
    classes
}

/// Adds the key of an Arabic word. Before another noun ة is spoken and written t in Latin letters (ضاية عوا, Dayat Aoua),
/// as the plural is: `has_t` adds that key too.
fn add_arabic(keys: &mut Vec<String>, mut classes: Vec<char>, has_t: bool) {
    add(keys, &classes);
    if has_t {
        classes.push('t');
        add(keys, &classes);
    }
}

/// Adds the key of what an Amazigh noun is without its ending.
fn add_amazigh(keys: &mut Vec<String>, word: &str, is_sure: bool) {
    if let Some(rest) = amazigh::without_ending(word, is_sure) {
        let reading = if is_sure {
            Reading::Amazigh
        } else {
            Reading::Arabizi
        };
        add(keys, &latin(rest, reading));
    }
}

/// The readings worth trying for a Latin word.
fn readings(word: &str) -> &'static [Reading] {
    use Reading::{Amazigh, Arabizi, ArabiziSoft, Eastern, French};
    let has = |signs: &[char]| word.contains(signs);
    if has(&['ɣ', 'ɛ']) {
        &[Amazigh]
    } else if has(&['8']) {
        &[Arabizi, ArabiziSoft, Eastern]
    } else if has(&['9']) {
        &[Arabizi, Eastern]
    } else if has(&['2', '3', '5', '6', '7']) {
        &[Arabizi]
    } else if has(&['c']) {
        &[French, Arabizi, Amazigh]
    } else {
        &[French, Arabizi]
    }
}

/// What remains of a Latin word when its beginning may be a Darija article written together: lmaghrib, elbida,
/// Lamaarif, Laâyoune. Three letters must remain.
fn without_joined_article(word: &str) -> Option<&str> {
    let stem = word
        .strip_prefix("el")
        .or_else(|| word.strip_prefix("al"))
        .or_else(|| word.strip_prefix('l'))?;
    (!stem.starts_with('l') && stem.chars().nth(2).is_some()).then_some(stem)
}

/// Adds the keys of a word in Latin letters, read in several ways, with and without a joined article.
fn add_latin(keys: &mut Vec<String>, word: &str, readings: &[Reading]) {
    for reading in readings {
        add(keys, &latin(word, *reading));
        if let Some(stem) = without_joined_article(word) {
            add(keys, &latin(stem, *reading));
        }
    }
}

/// Adds the key of some classes, unless it would be of one sign or is known.
///
/// The key is the consonants, each once in a row. Words left with one consonant keep it twice when they have it
/// twice (باب, طاطا), else with their glides (واد, حي, يوم: `wd`, `hy`, `ywm`).
fn add(keys: &mut Vec<String>, classes: &[char]) {
    let consonants: String = classes.iter().filter(|class| !is_glide(**class)).collect();
    let collapsed = once_in_a_row(consonants.chars());
    let key = if collapsed.len() >= 2 {
        collapsed
    } else if consonants.len() == 1 {
        let glided = once_in_a_row(classes.iter().copied());
        // وادي is واد.
        match glided.strip_suffix('y') {
            Some(shorter) if shorter.len() >= 2 => shorter.to_owned(),
            _ => glided,
        }
    } else {
        consonants
    };
    if key.len() >= 2 && !keys.contains(&key) {
        keys.push(key);
    }
}

fn is_glide(class: char) -> bool {
    matches!(class, 'w' | 'y')
}

pub(crate) fn once_in_a_row(classes: impl Iterator<Item = char>) -> String {
    let mut key = String::new();
    for class in classes {
        if !key.ends_with(class) {
            key.push(class);
        }
    }
    key
}

/// The classes of an Arabic word.
fn arabic(word: &str) -> Vec<char> {
    let last_h = word.strip_suffix(['ه', 'ح']).unwrap_or(word);
    last_h
        .chars()
        .filter_map(|letter| {
            Some(match letter {
                'ب' => 'b',
                'ت' | 'ث' | 'ط' => 't',
                'ج' => 'j',
                'ح' | 'ه' => 'h',
                'خ' => 'x',
                'د' | 'ذ' | 'ض' | 'ظ' => 'd',
                'ر' => 'r',
                'ز' => 'z',
                'س' | 'ص' => 's',
                'ش' => 'c',
                'غ' => 'g',
                'ق' | 'ك' => 'k',
                'ف' => 'f',
                'ل' => 'l',
                'م' => 'm',
                'ن' => 'n',
                'و' => 'w',
                'ي' => 'y',
                _ => return None,
            })
        })
        .collect()
}

/// The classes of a word in Latin letters, read in one way. What sounds like بلدية or بلديات ends as these do.
fn latin(word: &str, reading: Reading) -> Vec<char> {
    const ENDINGS: [(&str, bool); 12] = [
        ("iyya", false),
        ("iya", false),
        ("ia", false),
        ("ya", false),
        ("iyyah", false),
        ("iyah", false),
        ("iah", false),
        ("yah", false),
        ("iyyat", true),
        ("iyat", true),
        ("iat", true),
        ("yat", true),
    ];
    let rest = ENDINGS
        .iter()
        .find_map(|(letters, has_t)| Some((word.strip_suffix(letters)?, *has_t)));
    if let Some((rest, has_t)) = rest
        && rest.ends_with(|sign: char| sign.is_alphanumeric() && !VOWELS.contains(&sign))
    {
        let mut classes = spelled(rest, reading);
        let consonants = classes.iter().filter(|class| !is_glide(**class));
        if once_in_a_row(consonants.copied()).len() >= 3 {
            classes.push(ABSTRACT);
            classes.extend(has_t.then_some('t'));
            return classes;
        }
    }
    spelled(word, reading)
}

const VOWELS: [char; 9] = ['a', 'e', 'i', 'o', 'u', 'w', 'y', 'ɛ', '3'];

/// The classes of a word in Latin letters, letter by letter. Letters written double count once.
fn spelled(word: &str, reading: Reading) -> Vec<char> {
    let mut classes = Vec::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let (length, class) = first_class(rest, letter, reading);
        let mut after = &rest[length..];
        if length == letter.len_utf8() {
            after = after.trim_start_matches(letter);
        }
        match class {
            Class::None => {}
            Class::H if after.is_empty() => {}
            Class::H => classes.push('h'),
            Class::One(class) => classes.push(class),
            Class::Ks => classes.extend(['k', 's']),
        }
        rest = after;
    }
    classes
}

/// What the beginning of a word is read as.
enum Class {
    /// A vowel that is no glide, or ع.
    None,
    /// ح or ه, which vanish at the end of a word.
    H,
    /// One class; w and y are glides.
    One(char),
    /// French x.
    Ks,
}

/// Reads the first letter or digraph: its length in bytes and its class.
fn first_class(rest: &str, letter: char, reading: Reading) -> (usize, Class) {
    let french = reading == Reading::French;
    let digraph = match rest.get(..2) {
        Some("ch") => Some('c'),
        Some("kh") => Some('x'),
        Some("gh") => Some('g'),
        Some("ph") => Some('f'),
        Some("dj") => Some('j'),
        Some("rh") if french => Some('g'),
        // In French names these are often two letters: Ishaq, Mathar, Badhaj.
        Some("sh") if !french => Some('c'),
        Some("th") if !french => Some('t'),
        Some("dh") if !french => Some('d'),
        _ => None,
    };
    if let Some(class) = digraph {
        return (2, Class::One(class));
    }
    let soft = rest[letter.len_utf8()..].starts_with(['e', 'i', 'y']);
    let class = match (letter, reading) {
        ('b' | 'p', _) => 'b',
        ('c', Reading::Amazigh) => 'c',
        ('c', _) if soft => 's',
        ('x', Reading::French) => return (1, Class::Ks),
        ('g', Reading::French) if soft => 'j',
        ('x' | '5', _) => 'x',
        ('8', Reading::ArabiziSoft) | ('h' | '7', _) => return (1, Class::H),
        ('9', Reading::Eastern) => 's',
        ('8', Reading::Arabizi) | ('ɣ', _) => 'g',
        ('c' | 'g' | 'k' | 'q' | '8' | '9', _) => 'k',
        ('t' | '6', _) => 't',
        ('f' | 'v', _) => 'f',
        ('d' | 'j' | 'l' | 'm' | 'n' | 'r' | 's' | 'z', _) => letter,
        ('w' | 'o' | 'u', _) => 'w',
        ('y' | 'i', _) => 'y',
        _ => return (letter.len_utf8(), Class::None),
    };
    (letter.len_utf8(), Class::One(class))
}

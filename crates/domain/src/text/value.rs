//! Texts as they are kept: of several lines, of one, figures and codes; and how long they are.

use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

use super::signs::{
    Role, is_dash, is_middle_dot, is_of_joining_script, is_pictograph, is_presentation_form, role,
    western,
};

/// A text of several lines: letters composed (NFC), no control sign, nothing that is not seen but joiners within the
/// words of scripts that need them and marks of direction between signs; every way to end a line is `\n`. Empty when
/// nothing in it is seen.
pub fn free(text: &str) -> String {
    if text.chars().all(is_ordinary) {
        return text.trim().to_owned();
    }
    let spelled = text
        .chars()
        .flat_map(|sign| letters_of(sign, is_presentation_form(sign)));
    let tidy = lines_of(spelled)
        .iter()
        .map(|line| with_joiners_that_mean_something(line))
        .collect::<Vec<_>>()
        .join("\n");
    tidy.nfc().collect::<String>().trim().to_owned()
}

/// A text of one line: as [`free`], without marks of direction, ligatures of whole words written out, and all spaces
/// and ends of lines as single spaces.
pub fn line(text: &str) -> String {
    let is_word = |sign: char| matches!(sign, '\u{fdf0}'..='\u{fdfb}');
    let spelled: String = text
        .chars()
        .filter(|sign| role(*sign) != Role::DirectionMark)
        .flat_map(|sign| letters_of(sign, is_word(sign)))
        .collect();
    free(&spelled)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Figures and codes in plain signs: compatibility forms resolved (NFKC), Western digits, one sort of dash, single
/// spaces, a full stop for a middle dot, and nothing that is not seen.
pub fn plain(text: &str) -> String {
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    for sign in text.nfkc().map(western) {
        match role(sign) {
            Role::Seen if is_dash(sign) => plain.push('-'),
            Role::Seen if is_middle_dot(sign) => plain.push('.'),
            Role::Seen => plain.push(sign),
            Role::Space | Role::LineEnd if plain.is_empty() || plain.ends_with(' ') => {}
            Role::Space | Role::LineEnd => plain.push(' '),
            Role::Joiner | Role::DirectionMark | Role::Selector | Role::Unseen => {}
        }
    }
    // What nobody sees parted marks from their letters and from each other; without it they compose.
    plain.trim_end().nfkc().collect()
}

/// The digits of a code as people type it or copy it with words around: in any of the digits in use in the country, with
/// any spaces, dashes and dots between them. Among words, the only run of so many digits is the code.
pub fn code_digits(text: &str, digits: usize) -> Result<String, CodeFault> {
    let text = plain(text);
    let is_between = |sign: char| matches!(sign, ' ' | '-' | '.' | '_' | '/' | ',');
    let mut runs: Vec<String> = text
        .split(|sign: char| !sign.is_ascii_digit() && !is_between(sign))
        .map(|run| run.chars().filter(char::is_ascii_digit).collect())
        .filter(|run: &String| !run.is_empty())
        .collect();
    let has_words = text.contains(|sign: char| !sign.is_ascii_digit() && !is_between(sign));
    if has_words {
        runs.retain(|run| run.len() == digits);
    }
    match runs.pop() {
        None if text.is_empty() => Err(CodeFault::Empty),
        Some(_) if !runs.is_empty() => Err(CodeFault::Sign),
        Some(run) if run.len() != digits => Err(CodeFault::Length { written: run.len() }),
        Some(run) => Ok(run),
        None => Err(CodeFault::Sign),
    }
}

/// Why a text is no code of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFault {
    /// Nothing was written.
    Empty,
    /// Too few or too many digits.
    Length {
        /// Digits written.
        written: usize,
    },
    /// Something that is no digit, or several codes.
    Sign,
}

/// Whether a text has letters enough to say what happened: two words, or one long one. Arabic writes no short vowels,
/// and one sign of Chinese is a word: `لا ماء` says as much as *no water*.
pub fn says_something(text: &str) -> bool {
    let weight = |sign: char| match sign {
        '\u{590}'..='\u{8ff}' => 2,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' => 3,
        _ => 1,
    };
    let words: Vec<usize> = text
        .split_whitespace()
        .map(|word| {
            word.chars()
                .filter(|sign| sign.is_alphanumeric())
                .map(weight)
                .sum()
        })
        .filter(|letters| *letters > 0)
        .collect();
    let letters: usize = words.iter().sum();
    letters >= 9 || (letters >= 5 && words.len() >= 2)
}

/// A text with its letters composed (NFC), and otherwise as it is: for secrets, which are nobody's to tidy.
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// By how many characters a text is longer than it may be, as [`length`] counts them; 0 when it fits.
pub fn over(text: &str, limit: usize) -> usize {
    length(text).saturating_sub(limit)
}

/// A text with one sort of dash.
pub(crate) fn western_hyphens(text: &str) -> String {
    text.chars()
        .map(|sign| if is_dash(sign) { '-' } else { sign })
        .collect()
}

/// How many characters a person would count: a letter with its marks is one, so is a picture of several signs or the
/// end of a line. Never more than what a browser counts. What is put together of more than [`SIGNS_OF_ONE`] signs counts
/// once more for each further so many: no letter is, and a heap of marks has no place in any limit.
pub fn length(text: &str) -> usize {
    if text.bytes().all(|byte| matches!(byte, b'\n' | b' '..=b'~')) {
        return text.len();
    }
    text.graphemes(true).map(counted).sum()
}

/// At most `limit` characters of a text, as [`length`] counts them.
pub fn beginning(text: &str, limit: usize) -> &str {
    let mut left = limit;
    let end = text.grapheme_indices(true).find_map(|(begin, character)| {
        let fits = left.checked_sub(counted(character));
        left = fits.unwrap_or(0);
        fits.is_none().then_some(begin)
    });
    end.map_or(text, |end| &text[..end])
}

/// Of how many signs a character is put together at most: a couple that kisses, each of a colour of skin, has ten.
const SIGNS_OF_ONE: usize = 16;

fn counted(character: &str) -> usize {
    // Each sign has a byte at least.
    if character.len() <= SIGNS_OF_ONE {
        return 1;
    }
    character.chars().count().div_ceil(SIGNS_OF_ONE)
}

/// Whether a sign stays as it is wherever it stands: true for nearly all signs of most texts, which spares the rest.
const fn is_ordinary(sign: char) -> bool {
    matches!(
        sign,
        '\n' | ' '..='~' | 'À'..='ÿ' | '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | '\u{660}'..='\u{669}'
            | '،' | '؛' | '؟' | '«' | '»' | '’' | 'ⴰ'..='ⵥ'
    )
}

/// The letters of a presentation form, or the sign itself.
fn letters_of(sign: char, is_form: bool) -> Vec<char> {
    if !is_form {
        return vec![sign];
    }
    let is_mark_alone = matches!(sign, '\u{fc5e}'..='\u{fc63}' | '\u{fe70}'..='\u{fe7f}');
    std::iter::once(sign)
        .nfkc()
        .filter(|letter| !(is_mark_alone && *letter == ' '))
        .collect()
}

/// The lines of a text, with the signs that are seen or may mean something.
fn lines_of(text: impl Iterator<Item = char>) -> Vec<Vec<char>> {
    let mut lines = vec![Vec::new()];
    let mut was_return = false;
    for sign in text {
        let kept = match role(sign) {
            Role::LineEnd => {
                if !(sign == '\n' && was_return) {
                    lines.push(Vec::new());
                }
                None
            }
            Role::Space if matches!(sign, '\t' | '\u{a0}' | '\u{202f}') => Some(sign),
            Role::Space => Some(' '),
            Role::Seen | Role::Joiner | Role::DirectionMark | Role::Selector => Some(sign),
            Role::Unseen => None,
        };
        if let Some(last) = lines.last_mut() {
            last.extend(kept);
        }
        was_return = sign == '\r';
    }
    lines
}

/// A line with those joiners, marks of direction and selectors alone that mean something where they stand.
fn with_joiners_that_mean_something(signs: &[char]) -> String {
    let is_seen = |sign: &char| role(*sign) == Role::Seen;
    let seen = signs.iter().position(is_seen)..signs.iter().rposition(is_seen);
    let is_between = |sign: char| {
        matches!(
            role(sign),
            Role::Joiner | Role::DirectionMark | Role::Selector
        )
    };
    let mut line = String::with_capacity(signs.len() * 2);
    let mut begin = 0;
    for run in signs.chunk_by(|one, next| is_between(*one) == is_between(*next)) {
        let end = begin + run.len();
        if is_between(run[0]) {
            let beside = Beside {
                before: signs[..begin].last().copied(),
                after: signs.get(end).copied(),
                is_within: Some(begin) > seen.start && Some(end) <= seen.end,
            };
            line.extend(meaning_something(run, beside));
        } else {
            line.extend(run);
        }
        begin = end;
    }
    line
}

/// What stands beside a run of signs.
#[derive(Clone, Copy)]
struct Beside {
    before: Option<char>,
    after: Option<char>,
    /// Whether something is seen on both sides, in the same line.
    is_within: bool,
}

/// Of a run of signs, those that mean something there, each once.
fn meaning_something(run: &[char], beside: Beside) -> Vec<char> {
    let both = |holds: fn(char) -> bool| {
        beside.before.is_some_and(holds) && beside.after.is_some_and(holds)
    };
    let mut kept: Vec<char> = Vec::new();
    for &sign in run {
        let means_something = match role(sign) {
            Role::Joiner => {
                both(is_of_joining_script) || (sign == '\u{200d}' && both(is_pictograph))
            }
            Role::DirectionMark => beside.is_within,
            Role::Selector => beside.before.is_some_and(has_shapes),
            Role::Seen | Role::Space | Role::LineEnd | Role::Unseen => true,
        };
        if means_something && !kept.contains(&sign) {
            kept.push(sign);
        }
    }
    kept
}

/// Whether a sign has several shapes to choose from: pictures and the signs of keys; no letter of ours has.
fn has_shapes(sign: char) -> bool {
    is_pictograph(sign)
        || matches!(
            sign,
            '#' | '*' | '0'
                ..='9'
                    | '\u{a9}'
                    | '\u{ae}'
                    | '\u{203c}'
                    | '\u{2049}'
                    | '\u{2122}'
                    | '\u{2139}'
                    | '\u{3030}'
                    | '\u{303d}'
        )
}

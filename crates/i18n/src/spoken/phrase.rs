//! Figures and days as sequences of recordings.

use chikaya_domain::Language;
use jiff::civil::Date;

use super::sound::{Sound, Thousands, joins};

/// The largest figure that is said; a larger one is said as this.
pub const LARGEST_SPOKEN: u32 = 999_999;

/// A figure, counted: 2,047 is «ألفان» «وسبعة وأربعون», “deux” “mille” “quarante-sept”.
pub fn number(figure: u32, language: Language) -> Vec<Sound> {
    let figure = figure.min(LARGEST_SPOKEN);
    let (thousands, rest) = (part(figure / 1000), part(figure % 1000));
    let joined = joins(language);
    let mut sounds = match thousands {
        0 => return below_thousand(rest, joined, false),
        1 => vec![Sound::Thousands(Thousands::One)],
        2 if joined => vec![Sound::Thousands(Thousands::Two)],
        few => {
            let form = if joined && few <= 10 {
                Thousands::Few
            } else {
                Thousands::Many
            };
            let mut sounds = below_thousand(few, joined, false);
            sounds.push(Sound::Thousands(form));
            sounds
        }
    };
    if rest > 0 {
        sounds.extend(below_thousand(rest, joined, joined));
    }
    sounds
}

/// A figure below 1,000, in a language that joins its parts or not, behind a larger one or not.
fn below_thousand(figure: u16, joined: bool, behind: bool) -> Vec<Sound> {
    let small = |value: u16| u8::try_from(value).unwrap_or(u8::MAX);
    let (hundreds, rest) = (small(figure / 100), small(figure % 100));
    let mut sounds = Vec::new();
    if hundreds > 0 {
        sounds.push(if behind {
            Sound::AndHundreds(hundreds)
        } else {
            Sound::Hundreds(hundreds)
        });
    }
    if rest > 0 || hundreds == 0 {
        let is_joined = behind || (joined && hundreds > 0);
        sounds.push(if is_joined {
            Sound::And(rest)
        } else {
            Sound::Number(rest)
        });
    }
    sounds
}

fn part(figure: u32) -> u16 {
    u16::try_from(figure).unwrap_or(u16::MAX)
}

/// Digits one by one, as a telephone number or a reference is said; whatever is no digit is left out.
pub fn digits(text: &str) -> Vec<Sound> {
    text.bytes()
        .filter(u8::is_ascii_digit)
        .map(|digit| Sound::Number(digit - b'0'))
        .collect()
}

/// A day with its weekday and its year.
pub fn day(date: Date) -> Vec<Sound> {
    let small = |value: i8| value.unsigned_abs();
    let weekday = small(date.weekday().to_monday_one_offset());
    [
        Some(Sound::Weekday(weekday)),
        Some(Sound::Day(small(date.day()))),
        Some(Sound::Month(small(date.month()))),
        Sound::of_year(date.year()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

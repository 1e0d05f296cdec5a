//! Coordinates: a point on the ground, read from what people type, paste from a map or let their telephone write.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text::{line, western};

/// Millionths in a degree.
const DEGREE: i64 = 1_000_000;

/// Farthest from the equator, in millionths of a degree.
const LATITUDE_LIMIT: u64 = 90_000_000;

/// Farthest from Greenwich, in millionths of a degree.
const LONGITUDE_LIMIT: u64 = 180_000_000;

/// Decimals that are kept, one of them about 0.1 m.
const DECIMALS: usize = 6;

/// Decimals that are shown at least, about 11 m.
const SHOWN: usize = 4;

/// A point on the ground, in millionths of a degree (about 0.1 m). Where someone lives or stands is personal, so
/// `Debug` hides it.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coordinates {
    latitude_micro: i32,
    longitude_micro: i32,
}

/// Why a text is no pair of coordinates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CoordinatesError {
    /// Something else than coordinates.
    #[error("no latitude and longitude")]
    Form,
    /// An address in which no position stands, as the short ones of maps.
    #[error("an address without a position")]
    Link,
    /// One number, or two that could as well be one with a decimal comma.
    #[error("one number alone")]
    One,
    /// Beyond 90 degrees of latitude or 180 of longitude.
    #[error("no such place on the globe")]
    Range,
}

impl CoordinatesError {
    /// The key of the sentence that tells a person; all take an `example`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Form => "error-coordinates",
            Self::Link => "error-coordinates-link",
            Self::One => "error-coordinates-one",
            Self::Range => "error-coordinates-range",
        }
    }
}

impl Coordinates {
    /// A point in millionths of a degree, north and east positive.
    pub fn from_micro(latitude: i64, longitude: i64) -> Result<Self, CoordinatesError> {
        if latitude.unsigned_abs() > LATITUDE_LIMIT || longitude.unsigned_abs() > LONGITUDE_LIMIT {
            return Err(CoordinatesError::Range);
        }
        let narrow = |micro: i64| i32::try_from(micro).map_err(|_| CoordinatesError::Range);
        Ok(Self {
            latitude_micro: narrow(latitude)?,
            longitude_micro: narrow(longitude)?,
        })
    }

    /// A point in decimal degrees, north and east positive, rounded to a millionth.
    pub fn from_degrees(latitude: f64, longitude: f64) -> Result<Self, CoordinatesError> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a cast saturates, and what is not finite or too large is refused"
        )]
        let micro = |degrees: f64| {
            let is_possible = degrees.is_finite() && degrees.abs() <= 360.0;
            is_possible.then(|| (degrees * 1e6).round() as i64)
        };
        let latitude = micro(latitude).ok_or(CoordinatesError::Range)?;
        let longitude = micro(longitude).ok_or(CoordinatesError::Range)?;
        Self::from_micro(latitude, longitude)
    }

    /// Reads coordinates as people have them: `29.6974, -9.7316`, with Arabic digits, with decimal commas where they
    /// cannot be taken for the comma between both numbers, with `N` and `W` (or `O`), in degrees, minutes and seconds;
    /// a `geo:` address (RFC 5870); the address of a map that carries them; as databases have it, the longitude first:
    /// `POINT (-9.7316 29.6974)` (well-known text, OGC 06-103r4).
    pub fn parse(text: &str) -> Result<Self, CoordinatesError> {
        let text = plain(text);
        let (latitude, longitude) = if let Some(rest) = text.strip_prefix("geo:") {
            of_geo(rest)?
        } else if let Some(rest) = text.strip_prefix("point") {
            of_well_known(rest)?
        } else if text.contains(['/', '=', '@']) {
            of_link(&text).ok_or(if is_link(&text) {
                CoordinatesError::Link
            } else {
                CoordinatesError::Form
            })?
        } else {
            of_hand(&text)?
        };
        Self::from_micro(latitude, longitude)
    }

    /// Latitude in millionths of a degree, north positive.
    pub const fn latitude_micro(self) -> i32 {
        self.latitude_micro
    }

    /// Longitude in millionths of a degree, east positive.
    pub const fn longitude_micro(self) -> i32 {
        self.longitude_micro
    }

    /// The address that programs for maps open (RFC 5870), such as `geo:29.6974,-9.7316`.
    pub fn uri(self) -> String {
        let [latitude, longitude] = self.words("-");
        format!("geo:{latitude},{longitude}")
    }

    fn words(self, minus: &str) -> [String; 2] {
        [self.latitude_micro, self.longitude_micro].map(|micro| {
            let sign = if micro < 0 { minus } else { "" };
            let micro = i64::from(micro).abs();
            let mut fraction = format!("{:0DECIMALS$}", micro % DEGREE);
            while fraction.len() > SHOWN && fraction.ends_with('0') {
                fraction.pop();
            }
            format!("{sign}{}.{fraction}", micro / DEGREE)
        })
    }
}

/// As people read it, the same in every language: `29.6974, −9.7316`, four to six decimals.
impl fmt::Display for Coordinates {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [latitude, longitude] = self.words("−");
        write!(formatter, "{latitude}, {longitude}")
    }
}

impl fmt::Debug for Coordinates {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Coordinates(hidden)")
    }
}

/// The text with plain signs: western digits, small letters, one sort of minus and of comma, no brackets and none of
/// the signs that nobody sees, which come along when numbers are copied out of a page.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in line(text).chars().map(western) {
        match sign {
            '(' | ')' | '[' | ']' => {}
            '−' | '‐'..='―' | '－' | '﹣' => plain.push('-'),
            '٫' => plain.push('.'),
            '،' => plain.push(','),
            '؛' => plain.push(';'),
            'º' | '˚' => plain.push('°'),
            sign => plain.extend(sign.to_lowercase()),
        }
    }
    plain
}

/// Millionths from a decimal number with an optional sign, or `None`.
fn micro(number: &str) -> Option<i64> {
    let (is_negative, number) = match number.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, number.strip_prefix('+').unwrap_or(number)),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let are_digits = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit());
    if whole.is_empty() || whole.len() > 4 || !are_digits(whole) || !are_digits(fraction) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let kept: String = fraction
        .chars()
        .chain(std::iter::repeat('0'))
        .take(DECIMALS)
        .collect();
    let mut micro = whole * DEGREE + kept.parse::<i64>().ok()?;
    if fraction
        .as_bytes()
        .get(DECIMALS)
        .is_some_and(|next| *next >= b'5')
    {
        micro += 1;
    }
    Some(if is_negative { -micro } else { micro })
}

/// The part of a `geo:` address after its scheme. Telephones send `geo:0,0?q=29.6974,-9.7316` for a place with a name.
fn of_geo(rest: &str) -> Result<(i64, i64), CoordinatesError> {
    let place = rest.split([';', '?']).next().unwrap_or_default();
    let mut numbers = place.split(',').map(|number| micro(number.trim()));
    match (numbers.next().flatten(), numbers.next().flatten()) {
        (Some(0), Some(0)) if rest.contains("q=") => of_link(rest).ok_or(CoordinatesError::Form),
        (Some(latitude), Some(longitude)) => Ok((latitude, longitude)),
        _ => Err(CoordinatesError::Form),
    }
}

/// The part of a well-known text after its word: two numbers, the longitude first. Its brackets are gone.
fn of_well_known(rest: &str) -> Result<(i64, i64), CoordinatesError> {
    let mut numbers = rest.split_whitespace().map(micro);
    match (numbers.next(), numbers.next(), numbers.next()) {
        (Some(Some(longitude)), Some(Some(latitude)), None) => Ok((latitude, longitude)),
        _ => Err(CoordinatesError::Form),
    }
}

/// Whether what was typed is the address of a page.
fn is_link(text: &str) -> bool {
    let is_one_word = !text.contains(char::is_whitespace);
    text.contains("://") || (is_one_word && text.contains('.') && text.contains('/'))
}

/// The pin of a map's address, or else the first two decimal numbers that stand together in it: `?q=29.6974,-9.7316`,
/// `@29.6974,-9.7316,15z`, `#map=15/29.6974/-9.7316`, `?mlat=29.6974&mlon=-9.7316`.
fn of_link(text: &str) -> Option<(i64, i64)> {
    let text = text
        .replace("%2c", ",")
        .replace("%20", " ")
        .replace('+', " ");
    // Beside the middle of the picture such addresses carry the pin, which is what the person meant.
    if let Some((_, pin)) = text.split_once("!3d")
        && let Some(found) = pair(pin)
    {
        return Some(found);
    }
    let bytes = text.as_bytes();
    (0..text.len())
        .filter(|place| bytes[*place].is_ascii_digit())
        .filter(|place| *place == 0 || !bytes[place - 1].is_ascii_digit())
        .find_map(|place| {
            let has_minus = place > 0 && bytes[place - 1] == b'-';
            pair(&text[place - usize::from(has_minus)..])
        })
}

/// Two decimal numbers at the beginning of a text, with one of the signs between that maps put there.
fn pair(text: &str) -> Option<(i64, i64)> {
    let (latitude, rest) = decimal(text)?;
    let rest = ["&mlon=", "!4d", ",", "/"]
        .iter()
        .find_map(|between| rest.strip_prefix(between))?;
    let (longitude, _) = decimal(rest.trim_start())?;
    Some((latitude, longitude))
}

/// A number with a decimal point at the beginning of a text, and what follows it.
fn decimal(text: &str) -> Option<(i64, &str)> {
    let end = text
        .char_indices()
        .find(|(place, sign)| {
            !(sign.is_ascii_digit() || *sign == '.' || (*place == 0 && *sign == '-'))
        })
        .map_or(text.len(), |(place, _)| place);
    let number = &text[..end];
    number
        .contains('.')
        .then(|| micro(number))
        .flatten()
        .map(|micro| (micro, &text[end..]))
}

/// What people write by hand.
fn of_hand(text: &str) -> Result<(i64, i64), CoordinatesError> {
    let mut sides = Vec::new();
    let mut figures = String::new();
    for sign in text.chars() {
        match sign {
            // West is `O` in French.
            'n' | 's' | 'e' | 'w' | 'o' => {
                sides.push(sign);
                figures.push(' ');
            }
            sign if sign.is_alphabetic() => return Err(CoordinatesError::Form),
            sign => figures.push(sign),
        }
    }
    if !matches!(sides.len(), 0 | 2) {
        return Err(CoordinatesError::Form);
    }
    let (first, second) = if figures.contains('°') {
        of_degrees(&figures)?
    } else {
        let (first, second) = two_numbers(&figures, !sides.is_empty())?;
        let read = |number: &str| micro(number).ok_or(CoordinatesError::Form);
        (read(&first)?, read(&second)?)
    };
    let [one, other] = sides[..] else {
        return Ok((first, second));
    };
    let signed = |value: i64, side: char| match side {
        's' | 'w' | 'o' => -value.abs(),
        _ => value,
    };
    let (first, second) = (signed(first, one), signed(second, other));
    match (matches!(one, 'n' | 's'), matches!(other, 'n' | 's')) {
        (true, false) => Ok((first, second)),
        (false, true) => Ok((second, first)),
        _ => Err(CoordinatesError::Form),
    }
}

/// The two numbers in figures and separators, each with a decimal point or none. With a point anywhere every comma
/// stands between numbers; without one it is a decimal comma where a space or a semicolon parts the numbers. Of two
/// numbers with nothing but a comma between, the second must bear a sign: `34,02` alone may be one number.
fn two_numbers(figures: &str, have_sides: bool) -> Result<(String, String), CoordinatesError> {
    let separators: &[char] = match (figures.contains('.'), figures.contains(';')) {
        (true, _) => &[',', ';', ' '],
        (false, true) => &[';'],
        (false, false) => &[' '],
    };
    let numbers: Vec<&str> = figures
        .split(separators)
        .map(|number| number.trim_matches([' ', ',']))
        .filter(|number| !number.is_empty())
        .collect();
    let with_point = |number: &str| number.replacen(',', ".", 1);
    match numbers[..] {
        [first, second] => Ok((with_point(first), with_point(second))),
        [together] => match together.split(',').collect::<Vec<_>>()[..] {
            [first, second] if have_sides || second.starts_with(['-', '+']) => {
                Ok((first.to_owned(), second.to_owned()))
            }
            [whole, part, other, other_part] => {
                Ok((format!("{whole}.{part}"), format!("{other}.{other_part}")))
            }
            [_] | [_, _] => Err(CoordinatesError::One),
            _ => Err(CoordinatesError::Form),
        },
        _ => Err(CoordinatesError::Form),
    }
}

/// Degrees with minutes and seconds where there are any: `29°41′50.6″ 9°43′53.8″`. A number before `°` begins the next
/// coordinate.
fn of_degrees(figures: &str) -> Result<(i64, i64), CoordinatesError> {
    let mut found: Vec<Vec<i64>> = Vec::new();
    let mut number = String::new();
    for sign in figures.chars().chain([' ']) {
        match sign {
            '0'..='9' | '.' | '-' => number.push(sign),
            ',' if number.ends_with(|sign: char| sign.is_ascii_digit()) => number.push('.'),
            _ => {
                // A comma after a number, and not within it, parted it from the next.
                let written = std::mem::take(&mut number);
                let written = written.trim_end_matches('.');
                if written.is_empty() {
                    continue;
                }
                let value = micro(written).ok_or(CoordinatesError::Form)?;
                if sign == '°' || found.is_empty() {
                    found.push(Vec::new());
                }
                found.last_mut().ok_or(CoordinatesError::Form)?.push(value);
            }
        }
    }
    match &found[..] {
        [first, second] => Ok((whole_degrees(first)?, whole_degrees(second)?)),
        [_] => Err(CoordinatesError::One),
        _ => Err(CoordinatesError::Form),
    }
}

/// Millionths of a degree from degrees, minutes and seconds, each in millionths.
fn whole_degrees(parts: &[i64]) -> Result<i64, CoordinatesError> {
    let (degrees, minutes, seconds) = match *parts {
        [degrees] => (degrees, 0, 0),
        [degrees, minutes] => (degrees, minutes, 0),
        [degrees, minutes, seconds] => (degrees, minutes, seconds),
        _ => return Err(CoordinatesError::Form),
    };
    let are_parts = [minutes, seconds]
        .iter()
        .all(|part| (0..60 * DEGREE).contains(part));
    if !are_parts {
        return Err(CoordinatesError::Form);
    }
    let whole = degrees.abs() + (minutes * 60 + seconds + 1_800) / 3_600;
    Ok(if degrees < 0 { -whole } else { whole })
}

//! A code made from a value, whatever letters the value is in: the same value makes the same code in every run.

use chikaya_domain::text::{beginning, length};
use deunicode::deunicode_char;
use sha2::{Digest as _, Sha256};

/// Longest code.
const LONGEST: usize = 64;

/// Longest number of a register, in characters.
const NUMBER: usize = 120;

/// Hexadecimal digits of the digest that tells shortened codes apart.
const MARK: usize = 8;

/// A code that begins with `prefix`: letters and digits in lower case, hyphens between words. Accents are dropped, Arabic
/// is written in Latin letters. One that would be too long is cut between words, and one of which nothing could be written
/// has no words: both end with a mark of the whole value.
pub(super) fn made(prefix: &str, value: &str) -> String {
    let mut words = vec![String::new()];
    for sign in value.chars() {
        // What only says how a letter sounds is no end of a word.
        if matches!(sign, '\u{64b}'..='\u{65f}' | '\u{640}' | '\u{670}' | '\u{300}'..='\u{36f}') {
            continue;
        }
        let written = latin(sign);
        let written = written.trim();
        let is_word =
            !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_alphanumeric());
        match words.last_mut() {
            Some(word) if is_word => word.push_str(&written.to_ascii_lowercase()),
            // A hamza has no letter of its own.
            _ if sign == 'ء' => {}
            Some(word) if word.is_empty() => {}
            _ => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    let code = format!("{prefix}{}", words.join("-"));
    if !words.is_empty() && code.len() <= LONGEST {
        return code;
    }
    let room = LONGEST - MARK - 1;
    let mut short = prefix.to_owned();
    for word in &words {
        let hyphen = usize::from(!short.ends_with('-') && !short.is_empty());
        if short.len() + hyphen + word.len() > room {
            break;
        }
        if hyphen == 1 {
            short.push('-');
        }
        short.push_str(word);
    }
    if !short.ends_with('-') {
        short.push('-');
    }
    let digest = Sha256::digest(value.as_bytes());
    short.push_str(&data_encoding::HEXLOWER.encode(&digest[..MARK / 2]));
    short
}

/// A number of several cells, within the length that a register's number may have: what is longer is cut and ends with a
/// mark of the whole.
pub(super) fn short(number: &str) -> String {
    if length(number) <= NUMBER {
        return number.to_owned();
    }
    let digest = Sha256::digest(number.as_bytes());
    let mark = data_encoding::HEXLOWER.encode(&digest[..MARK / 2]);
    format!("{}…{mark}", beginning(number, NUMBER - MARK - 1))
}

/// A sign in Latin letters, as names of places are written here.
fn latin(sign: char) -> String {
    let letters = match sign {
        'ا' | 'أ' | 'آ' | 'ٱ' | 'ع' | 'ى' | 'ة' => "a",
        'إ' | 'ي' | 'ئ' | 'ی' => "i",
        'ب' => "b",
        'ت' | 'ط' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' | 'ه' => "h",
        'خ' => "kh",
        'د' | 'ض' => "d",
        'ذ' => "dh",
        'ر' => "r",
        'ز' | 'ظ' => "z",
        'س' | 'ص' => "s",
        'ش' => "ch",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' | 'ک' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'و' | 'ؤ' => "ou",
        'ڭ' | 'گ' | 'ݣ' => "g",
        'پ' => "p",
        'چ' => "tch",
        'ڤ' => "v",
        'ء' => "",
        other => return deunicode_char(other).unwrap_or_default().to_owned(),
    };
    letters.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_every_script_become_codes() {
        for (value, code) in [
            ("Propreté", "x-proprete"),
            ("Street/Sign  Condition", "x-street-sign-condition"),
            ("النظافة", "x-alnzafa"),
            ("جماعة أكادير", "x-jmaaa-akadir"),
            ("مُراسَلة", "x-mrasla"),
            ("Œuvres & c\u{327}a", "x-oeuvres-ca"),
        ] {
            assert_eq!(made("x-", value), code, "{value}");
        }
    }

    #[test]
    fn what_is_too_long_or_has_no_letters_ends_with_a_mark_of_its_own() {
        let long =
            "Direction provinciale de l’équipement, du transport et de la logistique de Tiznit";
        let other =
            "Direction provinciale de l’équipement, du transport et de la logistique d’Agadir";
        let code = made("x-", long);
        assert!(
            code.len() <= 64 && code.starts_with("x-direction-provinciale-de-l-equipement"),
            "{code}"
        );
        assert_ne!(code, made("x-", other));
        let sign = made("x-", "✓");
        assert!(sign.starts_with("x-") && sign.len() > 2, "{sign}");
        assert_ne!(sign, made("x-", "✗✗"));
    }
}

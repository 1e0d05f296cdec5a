//! Which script a text is written in.

/// The scripts people write to us in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Script {
    /// Arabic letters, with Persian and Maghrebi additions.
    Arabic,
    /// Latin letters, with the Amazigh additions.
    Latin,
    /// Tifinagh, all varieties.
    Tifinagh,
    /// Any other script.
    Other,
}

/// The script of one letter; none for digits, marks and signs.
pub fn script_of_letter(letter: char) -> Option<Script> {
    match letter {
        // Tatweel and tashkeel are no letters of their own.
        'ـ' | '\u{064B}'..='\u{065F}' | '\u{0670}' => None,
        _ if is_plain_arabic(letter) => Some(Script::Arabic),
        '\u{0620}'..='\u{06FF}'
        | '\u{0750}'..='\u{077F}'
        | '\u{08A0}'..='\u{08FF}'
        | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFE}'
            if letter.is_alphabetic() =>
        {
            Some(Script::Arabic)
        }
        '\u{2D30}'..='\u{2D7F}' if letter.is_alphabetic() => Some(Script::Tifinagh),
        'a'..='z'
        | 'A'..='Z'
        | '\u{00C0}'..='\u{024F}'
        | '\u{0250}'..='\u{02AF}'
        | '\u{1E00}'..='\u{1EFF}'
            if letter.is_alphabetic() =>
        {
            Some(Script::Latin)
        }
        // Greek letters typed for ⵖ and ⵄ in Latin Amazigh.
        'γ' | 'Γ' | 'ε' | 'Σ' => Some(Script::Latin),
        _ if letter.is_alphabetic() => Some(Script::Other),
        _ => None,
    }
}

/// Whether a sign is a letter of the Arabic language: no table of Unicode needs to be asked.
pub(crate) fn is_plain_arabic(sign: char) -> bool {
    matches!(sign, 'ء'..='غ' | 'ف'..='ي')
}

/// The script most letters of a text belong to; none when it has no letter. On a tie the first met wins.
///
/// ```
/// use chikaya_language::{Script, script_of};
/// assert_eq!(script_of("ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ, ça va?"), Some(Script::Tifinagh));
/// assert_eq!(script_of("3737"), None);
/// ```
pub fn script_of(text: &str) -> Option<Script> {
    let mut counts: Vec<(Script, usize)> = Vec::with_capacity(4);
    for script in text.chars().filter_map(script_of_letter) {
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts
        .into_iter()
        .find(|(_, count)| *count == most)
        .map(|(script, _)| script)
}

#[cfg(test)]
mod tests {
    use super::{Script, script_of};

    #[test]
    fn the_script_of_most_letters_is_named() {
        let table = [
            ("شكاية", Some(Script::Arabic)),
            ("réclamation", Some(Script::Latin)),
            ("ⵜⴰⵏⵔⵉⵣⵜ", Some(Script::Tifinagh)),
            ("taɣarast ɛ", Some(Script::Latin)),
            ("жалоба", Some(Script::Other)),
            ("123 ـً !", None),
            ("ONEE قطع الكهرباء", Some(Script::Arabic)),
            ("ab شك", Some(Script::Latin)),
        ];
        for (text, script) in table {
            assert_eq!(script_of(text), script, "{text}");
        }
    }
}

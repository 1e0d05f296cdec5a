//! The table of letters: what each sign becomes in a folded text.
//!
//! Signs arrive lowercase and, unless all of them are plain, decomposed (NFKD): é has already lost its mark to a sign
//! of its own, which is dropped.

/// What a sign becomes.
pub(super) enum Letter {
    /// Nothing: tatweel, free hamza, invisible marks.
    Dropped,
    /// Nothing, but it turns an s before it into c.
    Caron,
    /// One other letter or digit.
    One(char),
    /// The sign as it is, known to be a letter or digit.
    Kept,
    /// A ligature written out.
    Two(&'static str),
    /// A joint: elision, or hamza in Latin letters.
    Apostrophe,
    /// A joint: compound words, articles, references.
    Hyphen,
    /// No entry: letters and digits stay, marks vanish, the rest is a space.
    Itself,
}

/// Whether a sign belongs to the Tifinagh block.
pub(crate) fn is_tifinagh(sign: char) -> bool {
    matches!(sign, '\u{2D30}'..='\u{2D7F}')
}

/// Whether NFKD leaves a sign as it is, or the table below does the same: true for nearly all signs of an Arabic or
/// English text, so that decomposition, the slowest part of folding, is spared.
pub(super) fn is_plain(sign: char) -> bool {
    sign.is_ascii()
        || matches!(sign, '\u{0621}'..='\u{063A}' | '\u{0640}'..='\u{0652}' | '،' | '؛' | '؟' | '«' | '»' | '’')
}

/// Looks a sign up.
pub(super) fn letter(sign: char) -> Letter {
    match sign {
        'a'..='z' | '0'..='9' => Letter::Kept,
        '\u{2D30}'..='\u{2D7F}' => tifinagh(sign),
        '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' => arabic(sign),
        _ => other(sign),
    }
}

fn arabic(sign: char) -> Letter {
    Letter::One(match sign {
        'ا' | 'ب' | 'ت'..='غ' | 'ف'..='و' | 'ي' => return Letter::Kept,
        // Tatweel, free hamza, tashkeel, the Arabic letter mark.
        'ـ' | 'ء' | '\u{064B}'..='\u{0652}' | '\u{061C}' => return Letter::Dropped,
        'آ' | 'أ' | 'إ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ؤ' | 'ۋ' => 'و',
        'ئ' | 'ى' | 'ی' | 'ې' | 'ۍ' | 'ے' => 'ي',
        'ة' | 'ە' | 'ہ' | 'ھ' | 'ۃ' => 'ه',
        'ک' | 'ڪ' | 'ګ' | 'ڭ' | 'گ' | 'ݢ' | 'ݣ' => 'ك',
        'ڤ' | 'ڢ' | 'ڡ' | 'ڥ' => 'ف',
        'ڧ' | 'ڨ' | 'ٯ' => 'ق',
        'پ' => 'ب',
        'چ' => 'ج',
        'ژ' => 'ز',
        'ٹ' => 'ت',
        'ڈ' => 'د',
        'ڑ' => 'ر',
        'ں' => 'ن',
        '٠' | '۰' => '0',
        '١' | '۱' => '1',
        '٢' | '۲' => '2',
        '٣' | '۳' => '3',
        '٤' | '۴' => '4',
        '٥' | '۵' => '5',
        '٦' | '۶' => '6',
        '٧' | '۷' => '7',
        '٨' | '۸' => '8',
        '٩' | '۹' => '9',
        _ => return Letter::Itself,
    })
}

/// IRCAM's 33 letters and those of other varieties met in texts; ⴻ has no key.
fn tifinagh(sign: char) -> Letter {
    Letter::One(match sign {
        'ⴻ' | '\u{2D7F}' => return Letter::Dropped,
        'ⴰ' => 'a',
        'ⴱ' | 'ⴲ' | 'ⵠ' => 'b',
        'ⴳ' | 'ⴴ' => 'g',
        'ⴷ' | 'ⴸ' | 'ⴹ' | 'ⴺ' => 'd',
        'ⴼ' => 'f',
        'ⴽ' | 'ⴿ' => 'k',
        'ⵀ' | 'ⵃ' => 'h',
        'ⵄ' => 'ɛ',
        'ⵅ' => 'x',
        'ⵇ' => 'q',
        'ⵉ' => 'i',
        'ⵊ' => 'j',
        'ⵍ' => 'l',
        'ⵎ' => 'm',
        'ⵏ' => 'n',
        'ⵒ' => 'p',
        'ⵓ' | 'ⵧ' => 'u',
        'ⵔ' | 'ⵕ' => 'r',
        'ⵖ' | 'ⵗ' => 'ɣ',
        'ⵙ' | 'ⵚ' => 's',
        'ⵛ' | 'ⵞ' => 'c',
        'ⵜ' | 'ⵝ' | 'ⵟ' => 't',
        'ⵡ' => 'w',
        'ⵢ' => 'y',
        'ⵣ' | 'ⵥ' => 'z',
        _ => return Letter::Itself,
    })
}

fn other(sign: char) -> Letter {
    match sign {
        // Zero-width and direction marks, soft hyphen, byte order mark: invisible, so never a border of words.
        // Half rings and glottal stops of transliteration stand for hamza, which says nothing to a search.
        '\u{00AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | 'ʾ'
        | 'ʔ'
        | 'ˀ' => Letter::Dropped,
        'ʿ' | 'ʕ' | 'ˤ' | 'ˁ' | 'ε' | 'σ' | 'ς' => Letter::One('ɛ'),
        'γ' => Letter::One('ɣ'),
        '\u{030C}' => Letter::Caron,
        'œ' => Letter::Two("oe"),
        'æ' => Letter::Two("ae"),
        'ß' => Letter::Two("ss"),
        'ø' => Letter::One('o'),
        'ł' => Letter::One('l'),
        'đ' => Letter::One('d'),
        'ı' => Letter::One('i'),
        '\'' | '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | '`' | '´' | '′' | '＇' => {
            Letter::Apostrophe
        }
        '-' | '‐' | '‑' | '–' => Letter::Hyphen,
        _ => Letter::Itself,
    }
}

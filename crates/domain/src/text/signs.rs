//! What a sign is to a reader: something seen, a space, a dash, the end of a line, or nothing at all.

/// What a sign does in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It is seen.
    Seen,
    /// It parts words.
    Space,
    /// It ends a line.
    LineEnd,
    /// It joins letters or keeps them apart; within words of some scripts that is spelling.
    Joiner,
    /// It gives a direction to the signs beside it.
    DirectionMark,
    /// It chooses one of the shapes of the sign before it.
    Selector,
    /// Nobody sees it, and nothing is lost without it.
    Unseen,
}

/// The role of a sign. Unseen are the control signs, the signs without a meaning (`Noncharacter_Code_Point`), what
/// Unicode calls `Default_Ignorable_Code_Point`, and the place of an object that was not copied along.
pub(super) const fn role(sign: char) -> Role {
    match sign {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Role::LineEnd,
        ' '
        | '\t'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{2800}'
        | '\u{3000}' => Role::Space,
        '\u{200c}' | '\u{200d}' => Role::Joiner,
        '\u{61c}' | '\u{200e}' | '\u{200f}' => Role::DirectionMark,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => Role::Selector,
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffc}'
        | '\u{fffe}'..='\u{ffff}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e00ff}'
        | '\u{e01f0}'..='\u{e0fff}' => Role::Unseen,
        other if (other as u32) & 0xfffe == 0xfffe => Role::Unseen,
        _ => Role::Seen,
    }
}

/// Whether a sign is a dash: Unicode's `Dash_Punctuation`, the minus signs, and the stroke that lengthens Arabic
/// letters, which stands for a dash between figures.
pub(super) const fn is_dash(sign: char) -> bool {
    matches!(
        sign,
        '-' | '\u{58a}'
            | '\u{5be}'
            | '\u{640}'
            | '\u{1400}'
            | '\u{1806}'
            | '\u{2010}'..='\u{2015}'
            | '\u{2043}'
            | '\u{207b}'
            | '\u{208b}'
            | '\u{2212}'
            | '\u{2e17}'
            | '\u{2e1a}'
            | '\u{2e3a}'..='\u{2e3b}'
            | '\u{2e40}'
            | '\u{2e5d}'
            | '\u{301c}'
            | '\u{3030}'
            | '\u{30a0}'
            | '\u{fe31}'..='\u{fe32}'
            | '\u{fe58}'
            | '\u{fe63}'
            | '\u{ff0d}'
            | '\u{10ead}'
    )
}

/// Whether a sign is a dot at half height, as some put it between groups of figures.
pub(super) const fn is_middle_dot(sign: char) -> bool {
    matches!(
        sign,
        '\u{b7}'
            | '\u{387}'
            | '\u{2022}'
            | '\u{2027}'
            | '\u{2219}'
            | '\u{22c5}'
            | '\u{30fb}'
            | '\u{ff65}'
    )
}

/// Whether a letter belongs to a script in which a joiner within a word is part of its spelling: those that join
/// letters (Arabic, Syriac, N’Ko, Mongolian) and those of India and its neighbours.
pub(super) fn is_of_joining_script(sign: char) -> bool {
    let is_letter = sign.is_alphanumeric() || unicode_normalization::char::is_combining_mark(sign);
    is_letter
        && matches!(
            sign,
            '\u{600}'..='\u{8ff}'
                | '\u{900}'..='\u{dff}'
                | '\u{1000}'..='\u{109f}'
                | '\u{1780}'..='\u{18af}'
                | '\u{a840}'..='\u{a8ff}'
                | '\u{fb50}'..='\u{fdff}'
                | '\u{fe70}'..='\u{fefc}'
        )
}

/// Whether a sign is a picture, of which a joiner makes one out of several.
pub(super) const fn is_pictograph(sign: char) -> bool {
    matches!(
        sign,
        '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}'
    )
}

/// Whether a sign is a letter in a shape of its own, kept in Unicode for the sake of older encodings: Arabic letters
/// by their place in the word and their ligatures, ﬁ and its like. Programs that read PDF give texts out in them.
pub(super) const fn is_presentation_form(sign: char) -> bool {
    matches!(
        sign,
        '\u{fb00}'..='\u{fb06}'
            | '\u{fb50}'..='\u{fd3d}'
            | '\u{fd50}'..='\u{fdc7}'
            | '\u{fdf2}'
            | '\u{fe70}'..='\u{fefc}'
    )
}

/// Western digits for Arabic-Indic ones; any other sign as it is.
pub fn western(sign: char) -> char {
    match sign {
        '٠'..='٩' => char::from_digit(u32::from(sign) - u32::from('٠'), 10).unwrap_or(sign),
        '۰'..='۹' => char::from_digit(u32::from(sign) - u32::from('۰'), 10).unwrap_or(sign),
        other => other,
    }
}

//! Quoted text: which parts of a reply repeat the mail it replies to, so that a page can fold them. Nothing is ever cut.

/// A part of a text, as it stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// What its writer says.
    Own(&'a str),
    /// What looks quoted.
    Quoted(&'a str),
}

/// Lines over which a mail program spreads the words that lead to a quotation.
const FOLDED_OVER: usize = 3;

/// Longest line that leads to a quotation, in characters.
const LEAD_LIMIT: usize = 300;

/// Lines in which the heads of a repeated mail stand.
const HEADS_WITHIN: usize = 7;

/// Words before the colon of a head that says who wrote.
const FROM: &[&str] = &["from", "de", "من", "expéditeur", "المرسل"];

/// Words before the colon of the other heads.
const OTHERS: &[&str] = &[
    "sent",
    "date",
    "to",
    "cc",
    "subject",
    "envoyé",
    "envoyé le",
    "à",
    "objet",
    "destinataire",
    "تاريخ الإرسال",
    "أرسل",
    "أُرسلت",
    "التاريخ",
    "تاريخ",
    "إلى",
    "الى",
    "نسخة",
    "الموضوع",
    "المرسل إليه",
];

/// Words of the line that some programs draw over a repeated mail.
const ORIGINAL: &[&str] = &[
    "original message",
    "message d'origine",
    "message d’origine",
    "message original",
    "forwarded message",
    "message transféré",
    "الرسالة الأصلية",
    "رسالة أصلية",
];

/// The parts of a text, in order, which together are the whole of it. A text that would be folded altogether is its
/// writer's own.
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let lines = lines_of(text);
    let mut found: Vec<(bool, usize, usize)> = Vec::new();
    let mut next = 0;
    while next < lines.len() {
        let end = quotation_from(&lines, next);
        let (is_quoted, end) = end.map_or((false, next + 1), |end| (true, end));
        let (from, to) = (lines[next].from, lines[end - 1].to);
        match found.last_mut() {
            Some(last) if last.0 == is_quoted => last.2 = to,
            _ => found.push((is_quoted, from, to)),
        }
        next = end;
    }
    let says_something = found
        .iter()
        .any(|(is_quoted, from, to)| !is_quoted && !text[*from..*to].trim().is_empty());
    if !says_something {
        return vec![Part::Own(text)];
    }
    found
        .into_iter()
        .map(|(is_quoted, from, to)| {
            let words = &text[from..to];
            if is_quoted {
                Part::Quoted(words)
            } else {
                Part::Own(words)
            }
        })
        .collect()
}

/// A line: where it stands with its end, and its words without signs that nobody sees.
struct Line {
    from: usize,
    to: usize,
    words: String,
}

impl Line {
    fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    fn is_marked(&self) -> bool {
        self.words.starts_with('>')
    }
}

fn lines_of(text: &str) -> Vec<Line> {
    let mut from = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let begins = from;
            from += line.len();
            Line {
                from: begins,
                to: from,
                words: plain(line),
            }
        })
        .collect()
}

/// A line in lower case, with one kind of space and without marks of direction.
fn plain(line: &str) -> String {
    let spaced: String = line
        .chars()
        .filter(|sign| {
            !matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        })
        .map(|sign| if sign.is_whitespace() { ' ' } else { sign })
        .collect();
    let words: Vec<&str> = spaced.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}

/// Where a quotation ends that begins with a line, if one does.
fn quotation_from(lines: &[Line], first: usize) -> Option<usize> {
    if lines[first].is_marked() {
        return Some(end_of_marked(lines, first));
    }
    if lines[first].is_blank() {
        return None;
    }
    if is_drawn_over(lines, first) || heads_of_a_mail(lines, first) {
        // What other programs repeat without a mark goes to the end.
        return Some(lines.len());
    }
    let last = lead(lines, first)?;
    let next = (last..lines.len()).find(|line| !lines[*line].is_blank());
    match next {
        Some(next) if lines[next].is_marked() => Some(end_of_marked(lines, next)),
        // Nothing more, or a mail that is repeated without marks, which the address of its writer gives away.
        None => Some(lines.len()),
        Some(_) if (first..last).any(|line| lines[line].words.contains('@')) => Some(lines.len()),
        Some(_) => None,
    }
}

/// Where the marked lines end that begin here, with the blank ones between them and behind the last of the text.
fn end_of_marked(lines: &[Line], first: usize) -> usize {
    let mut end = first + 1;
    let mut next = end;
    while next < lines.len() && (lines[next].is_marked() || lines[next].is_blank()) {
        next += 1;
        if lines[next - 1].is_marked() {
            end = next;
        }
    }
    if next == lines.len() { next } else { end }
}

/// The line behind the words that lead to a quotation, if they begin here.
fn lead(lines: &[Line], first: usize) -> Option<usize> {
    let mut words = String::new();
    for (number, line) in lines.iter().enumerate().skip(first).take(FOLDED_OVER) {
        if line.is_blank() || line.is_marked() {
            return None;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&line.words);
        if words.chars().count() > LEAD_LIMIT {
            return None;
        }
        if leads(&words) {
            // Where they begin further down, the lines before are the writer's own.
            let begins_later = (first + 1..=number).any(|from| {
                let rest: Vec<&str> = lines[from..=number]
                    .iter()
                    .map(|line| line.words.as_str())
                    .collect();
                leads(&rest.join(" "))
            });
            return (!begins_later).then_some(number + 1);
        }
    }
    None
}

/// Whether a line says that somebody wrote what follows: `Le … a écrit :`, `On … wrote:`, `في … كتب …:`.
fn leads(words: &str) -> bool {
    let Some(said) = words.strip_suffix(':').map(str::trim_end) else {
        return false;
    };
    let is_dated = said.chars().any(char::is_numeric) || said.contains('@');
    let french = said.starts_with("le ")
        && ["a écrit", "a e\u{301}crit", "a ecrit"]
            .iter()
            .any(|word| said.ends_with(word));
    let english = said.starts_with("on ") && said.ends_with("wrote");
    let arabic = (said.contains("كتب") || said.contains("كتابة"))
        && ["في", "بتاريخ", "يوم", "وفي", "كتب"]
            .iter()
            .any(|word| said.starts_with(word));
    is_dated && (french || english || arabic)
}

/// Whether a line is drawn over a repeated mail: dashes around words for it, or a long line over its heads.
fn is_drawn_over(lines: &[Line], first: usize) -> bool {
    let words = &lines[first].words;
    let inner = words.trim_matches(['-', ' ']);
    if words.starts_with("--") && ORIGINAL.contains(&inner) {
        return true;
    }
    let is_line = words.len() >= 20 && words.chars().all(|sign| matches!(sign, '_' | '-'));
    is_line
        && (first + 1..lines.len())
            .find(|line| !lines[*line].is_blank())
            .is_some_and(|next| heads_of_a_mail(lines, next))
}

/// Whether the heads of a mail stand here: who wrote, with an address or beside a day, and two more. A letter that says from
/// where to where is none.
fn heads_of_a_mail(lines: &[Line], first: usize) -> bool {
    let head = |line: &Line| {
        let words = line.words.trim_matches('*');
        let (name, value) = words.split_once(':')?;
        let name = name.trim_matches(['*', ' ']).to_owned();
        Some((name, value.to_owned()))
    };
    let Some((name, _)) = head(&lines[first]).filter(|(name, _)| FROM.contains(&name.as_str()))
    else {
        return false;
    };
    let mut others: Vec<String> = Vec::new();
    let mut has_address = lines[first].words.contains('@');
    for line in lines.iter().skip(first + 1).take(HEADS_WITHIN) {
        if line.is_blank() {
            break;
        }
        has_address |= line.words.contains('@');
        if let Some((other, _)) = head(line)
            && OTHERS.contains(&other.as_str())
            && other != name
            && !others.contains(&other)
        {
            others.push(other);
        }
    }
    let is_dated_or_named =
        |other: &String| !matches!(other.as_str(), "to" | "à" | "إلى" | "الى" | "cc" | "نسخة");
    others.len() >= 2
        && (has_address
            || others
                .iter()
                .filter(|other| is_dated_or_named(other))
                .count()
                >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts, and what is folded of each; nothing where nothing is.
    const TABLE: &[(&str, &str, Option<&str>)] = &[
        ("words alone", "Voici le reçu.\nMerci.", None),
        (
            "French, one line",
            "Oui, mardi.\n\nLe 12 mars 2026 à 21:14, Chikaya <x@portal.test> a écrit :\n> Quand ?\n",
            Some("Le 12 mars 2026 à 21:14, Chikaya <x@portal.test> a écrit :\n> Quand ?\n"),
        ),
        (
            "French, folded in two",
            "Oui.\n\nLe jeu. 12 mars 2026 à 21:14, Chikaya <x@portal.test>\na écrit :\n> Quand ?\n>\n> Merci\n",
            Some(
                "Le jeu. 12 mars 2026 à 21:14, Chikaya <x@portal.test>\na écrit :\n> Quand ?\n>\n> Merci\n",
            ),
        ),
        (
            "French, a no-break space before the colon",
            "Oui.\nLe 12/03/2026, Chikaya a écrit\u{a0}:\n> Quand ?",
            Some("Le 12/03/2026, Chikaya a écrit\u{a0}:\n> Quand ?"),
        ),
        (
            "French, behind a line that begins alike",
            "Le câble est coupé.\nLe 12/03/2026, Chikaya a écrit :\n> Quand ?",
            Some("Le 12/03/2026, Chikaya a écrit :\n> Quand ?"),
        ),
        (
            "English, Gmail",
            "Yes.\r\n\r\nOn Thu, Mar 12, 2026 at 9:14 PM Chikaya <x@portal.test> wrote:\r\n\r\n> When?\r\n",
            Some(
                "On Thu, Mar 12, 2026 at 9:14 PM Chikaya <x@portal.test> wrote:\r\n\r\n> When?\r\n",
            ),
        ),
        (
            "Arabic, Gmail",
            "نعم.\n\nفي الخميس، 12 مارس 2026 في 9:14 م تمت كتابة ما يلي بواسطة \u{202a}Chikaya\u{202c}\u{200f} <\u{202a}x@portal.test\u{202c}\u{200f}>:\n\n> متى؟\n",
            Some(
                "في الخميس، 12 مارس 2026 في 9:14 م تمت كتابة ما يلي بواسطة \u{202a}Chikaya\u{202c}\u{200f} <\u{202a}x@portal.test\u{202c}\u{200f}>:\n\n> متى؟\n",
            ),
        ),
        (
            "Arabic, who wrote",
            "نعم.\nكتب x@portal.test:\n> متى؟",
            Some("كتب x@portal.test:\n> متى؟"),
        ),
        (
            "Outlook in French",
            "Ci-joint.\n\n________________________________\nDe : Chikaya <x@portal.test>\nEnvoyé : jeudi 12 mars 2026 21:14\nÀ : f@example.org\nObjet : Question\n\nQuand ?\n",
            Some(
                "________________________________\nDe : Chikaya <x@portal.test>\nEnvoyé : jeudi 12 mars 2026 21:14\nÀ : f@example.org\nObjet : Question\n\nQuand ?\n",
            ),
        ),
        (
            "Outlook in English",
            "Attached.\n-----Original Message-----\nFrom: Chikaya\nSent: Thursday\nTo: f\nSubject: Question\n\nWhen?",
            Some(
                "-----Original Message-----\nFrom: Chikaya\nSent: Thursday\nTo: f\nSubject: Question\n\nWhen?",
            ),
        ),
        (
            "Outlook in Arabic",
            "مرفق.\n\nمن: Chikaya <x@portal.test>\nتاريخ الإرسال: الخميس\nإلى: f@example.org\nالموضوع: سؤال\n\nمتى؟",
            Some(
                "من: Chikaya <x@portal.test>\nتاريخ الإرسال: الخميس\nإلى: f@example.org\nالموضوع: سؤال\n\nمتى؟",
            ),
        ),
        (
            "a letter that says from where to where",
            "Trajet :\nDe : Rabat\nÀ : Fès\nLe bus n’est pas venu.",
            None,
        ),
        (
            "words that a colon follows",
            "Mon voisin a écrit :\nje pars demain.",
            None,
        ),
        ("nothing but a quotation", "> Quand ?\n> Merci\n", None),
    ];

    #[test]
    fn what_looks_quoted_is_folded_and_nothing_is_lost() {
        for (name, text, expected) in TABLE {
            let parts = parts(text);
            let whole: String = parts
                .iter()
                .map(|part| match part {
                    Part::Own(words) | Part::Quoted(words) => *words,
                })
                .collect();
            assert_eq!(whole, *text, "{name}");
            let folded: Vec<&str> = parts
                .iter()
                .filter_map(|part| match part {
                    Part::Quoted(words) => Some(*words),
                    Part::Own(_) => None,
                })
                .collect();
            assert_eq!(
                folded,
                expected.iter().copied().collect::<Vec<_>>(),
                "{name}"
            );
        }
    }

    #[test]
    fn answers_between_the_quoted_lines_stay_in_sight() {
        let text = "> Où ?\nRue 3.\n> Quand ?\nMardi.\n";
        assert_eq!(
            parts(text),
            [
                Part::Quoted("> Où ?\n"),
                Part::Own("Rue 3.\n"),
                Part::Quoted("> Quand ?\n"),
                Part::Own("Mardi.\n"),
            ]
        );
    }
}

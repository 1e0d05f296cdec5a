//! A register as a file: a row for each entry. Spreadsheets get a column for each fact; on paper, where a row is as wide
//! as a sheet, facts that belong together share a column.

use chikaya_domain::clock::days_between;
use chikaya_i18n::{Argument, Voice, plain};
use chikaya_service::{
    Country,
    register::{Entry, RegisterPart, RegisterState},
};

use super::{asked::Asked, words};
use crate::press::{TableCell, TableForm, TablePaper};

/// What a register looks like.
pub(super) struct Looks<'a> {
    pub(super) country: &'a Country,
    pub(super) voice: Voice,
    pub(super) form: TableForm,
    /// Which part of the register it is, where it is not all.
    pub(super) part: Option<RegisterPart>,
    pub(super) is_sample: bool,
}

/// The register as a file.
pub(super) fn paper(
    looks: &Looks<'_>,
    asked: &Asked,
    entries: &[Entry],
    state: &RegisterState,
) -> TablePaper {
    let voice = looks.voice;
    let say = |key: &str| voice.say(key).into_owned();
    let (columns, rows): (Vec<(String, u8)>, Vec<Vec<TableCell>>) = match looks.form {
        TableForm::Pdf => (
            ON_PAPER
                .iter()
                .map(|(keys, width)| {
                    let keys: Vec<String> = keys.iter().map(|key| say(key)).collect();
                    (keys.join("\n"), *width)
                })
                .collect(),
            entries
                .iter()
                .map(|entry| on_paper(looks, entry, state.shows_names))
                .collect(),
        ),
        TableForm::Workbook | TableForm::Csv => (
            COLUMNS
                .iter()
                .map(|(key, width)| (say(key), *width))
                .collect(),
            entries
                .iter()
                .map(|entry| row(looks, entry, state.shows_names))
                .collect(),
        ),
    };
    TablePaper {
        form: looks.form,
        language: voice.language(),
        title: say("register-document"),
        owner: words::body(
            looks.country,
            voice,
            Some(asked.question.organisation.as_str()),
        ),
        about: about(looks, asked, entries.len(), state),
        columns,
        rows,
        is_sample: looks.is_sample,
        created: state.at,
    }
}

/// What stands above: whose register, of which days, under which filters, as of when, and how many entries.
fn about(
    looks: &Looks<'_>,
    asked: &Asked,
    entries: usize,
    state: &RegisterState,
) -> Vec<(String, String)> {
    let voice = looks.voice;
    let say = |key: &str| voice.say(key).into_owned();
    let question = &asked.question;
    let position = state.position.to_string();
    let mut about = vec![
        (
            say("label-administration"),
            words::body(looks.country, voice, Some(question.organisation.as_str())),
        ),
        (
            say("register-period-label"),
            voice.say_with(
                "register-period",
                &[
                    ("from", Argument::Date(question.from)),
                    ("until", Argument::Date(question.until)),
                ],
            ),
        ),
    ];
    about.extend(asked.in_words(looks.country, voice));
    about.push((
        say("register-as-of-label"),
        voice.say_with(
            "register-as-of",
            &[
                ("day", Argument::Date(state.today)),
                ("position", Argument::Text(&position)),
            ],
        ),
    ));
    about.push((
        say("register-title"),
        voice.say_with("register-count", &[("count", Argument::count(entries))]),
    ));
    about.extend(looks.part.map(|part| {
        let number = |number: usize| voice.number(i64::try_from(number).unwrap_or(i64::MAX));
        let last = part.first + entries.saturating_sub(1);
        let told = voice.say_with(
            "register-part",
            &[
                ("number", Argument::Text(&number(part.number))),
                ("of", Argument::Text(&number(part.of))),
                ("first", Argument::Text(&number(part.first))),
                ("last", Argument::Text(&number(last))),
                ("all", Argument::Text(&number(part.all))),
            ],
        );
        (say("register-part-label"), told)
    }));
    about
        .into_iter()
        .map(|(label, value)| (label, plain(&value).into_owned()))
        .collect()
}

/// The columns for spreadsheets, with their widths in digits.
const COLUMNS: [(&str, u8); 20] = [
    ("register-number", 11),
    ("label-reference", 18),
    ("register-filed", 12),
    ("register-came", 12),
    ("register-came-from", 26),
    ("register-back", 12),
    ("label-kind", 14),
    ("label-channel", 16),
    ("label-subject", 28),
    ("label-place", 20),
    ("label-filer", 24),
    ("register-admitted", 12),
    ("label-state", 12),
    ("label-outcome", 18),
    ("register-answered", 12),
    ("register-days", 10),
    ("label-due", 12),
    ("register-reopened", 10),
    ("register-left", 12),
    ("register-left-to", 30),
];

fn row(looks: &Looks<'_>, entry: &Entry, shows_names: bool) -> Vec<TableCell> {
    let &Looks { country, voice, .. } = looks;
    let text = TableCell::Text;
    let day = |day: Option<_>| day.map_or(TableCell::Empty, TableCell::Day);
    let said = |key: String| text(voice.say(&key).into_owned());
    vec![
        text(entry.number.to_string()),
        text(entry.reference.clone()),
        TableCell::Day(entry.filed_on),
        TableCell::Day(entry.came_on),
        text(words::body(country, voice, entry.came_from.as_deref())),
        day(entry.again_on),
        said(format!("case-kind-{}", entry.kind)),
        said(format!("case-channel-{}", entry.channel)),
        text(words::subject(country, voice, entry.subject.as_deref())),
        text(words::territory(country, voice, entry.territory.as_deref())),
        text(words::filer(voice, entry, shows_names)),
        day(entry.admitted_on),
        said(format!("register-state-{}", entry.state)),
        outcome(voice, entry).map_or(TableCell::Empty, text),
        day(entry.answered_on),
        days(entry).map_or(TableCell::Empty, TableCell::Whole),
        TableCell::Day(entry.answer_due),
        TableCell::Whole(entry.reopened),
        day(entry.left_on),
        text(words::body(country, voice, entry.left_to.as_deref())),
    ]
}

/// The columns on paper: what shares one, and how wide it is beside the others.
const ON_PAPER: [(&[&str], u8); 9] = [
    (&["register-number"], 9),
    (&["label-reference", "label-kind", "label-channel"], 19),
    (&["register-came", "register-filed"], 12),
    (&["label-subject", "label-place"], 24),
    (&["label-filer"], 17),
    (&["register-admitted"], 11),
    (&["label-state", "label-outcome"], 14),
    (&["register-answered", "register-days"], 12),
    (&["register-left-to", "register-came-from"], 22),
];

fn on_paper(looks: &Looks<'_>, entry: &Entry, shows_names: bool) -> Vec<TableCell> {
    let &Looks { country, voice, .. } = looks;
    let say = |key: String| voice.say(&key).into_owned();
    let lines = |lines: Vec<Option<String>>| {
        let lines: Vec<String> = lines
            .into_iter()
            .flatten()
            .filter(|line| !line.is_empty())
            .collect();
        if lines.is_empty() {
            TableCell::Empty
        } else {
            TableCell::Text(lines.join("\n"))
        }
    };
    let day = |day| voice.date_short(day);
    let from = entry.came_from.as_deref();
    lines_of(
        lines,
        [
            vec![Some(entry.number.to_string())],
            vec![
                Some(entry.reference.clone()),
                Some(format!(
                    "{} · {}",
                    say(format!("case-kind-{}", entry.kind)),
                    say(format!("case-channel-{}", entry.channel))
                )),
            ],
            vec![
                Some(day(entry.came_on)),
                (entry.filed_on != entry.came_on).then(|| day(entry.filed_on)),
            ],
            vec![
                Some(words::subject(country, voice, entry.subject.as_deref())),
                Some(words::territory(country, voice, entry.territory.as_deref())),
            ],
            vec![Some(words::filer(voice, entry, shows_names))],
            vec![entry.admitted_on.map(day)],
            vec![
                Some(say(format!("register-state-{}", entry.state))),
                outcome(voice, entry),
            ],
            vec![
                entry.answered_on.map(day),
                days(entry)
                    .map(|days| voice.say_with("word-days", &[("days", Argument::Number(days))])),
            ],
            vec![
                handed_on(looks, entry),
                from.map(|from| {
                    format!(
                        "{} {}",
                        voice.say("register-came-from"),
                        words::body(country, voice, Some(from))
                    )
                }),
            ],
        ],
    )
}

fn lines_of<const N: usize>(
    lines: impl Fn(Vec<Option<String>>) -> TableCell,
    cells: [Vec<Option<String>>; N],
) -> Vec<TableCell> {
    cells.into_iter().map(lines).collect()
}

/// How it was decided last, in words.
pub(super) fn outcome(voice: Voice, entry: &Entry) -> Option<String> {
    let word = entry.outcome.as_deref()?;
    Some(voice.say(&format!("case-outcome-{word}")).into_owned())
}

/// Days from the day of filing to the first answer.
pub(super) fn days(entry: &Entry) -> Option<i64> {
    let answered = entry.answered_on?;
    Some(i64::from(days_between(entry.filed_on, answered)))
}

/// To which body it went on, and when.
fn handed_on(looks: &Looks<'_>, entry: &Entry) -> Option<String> {
    let to = entry.left_to.as_deref()?;
    let to = words::body(looks.country, looks.voice, Some(to));
    let on = entry.left_on.map(|day| looks.voice.date_short(day));
    Some(match on {
        Some(on) => format!("{to} · {on}"),
        None => to,
    })
}

//! The list of a queue or of a search: on the inbox, and beside a case that was opened from it.

use chikaya_domain::{
    access::{self, Action, Standing},
    case::{Kind as CaseKind, Stage, Track},
    clock::days_between,
    id::TerritoryCode,
    reference::Reference,
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    case::filer::{SHOWN, may_ask},
    case::queue::{Line, Listing, Order, QueuePage, SOON_DAYS, View},
    staff::Officer,
};
use jiff::civil::Date;

pub(crate) use super::asked::Asked;
use super::behind;
use crate::{error::Problem, settings::State, visit::Visit};

/// A line of the list.
pub(crate) struct Item {
    pub(crate) reference: String,
    pub(crate) address: String,
    pub(crate) is_current: bool,
    pub(crate) title: String,
    pub(crate) beginning: String,
    pub(crate) language: String,
    pub(crate) place: String,
    pub(crate) channel: String,
    pub(crate) when: String,
    pub(crate) class: &'static str,
    /// Whether it was reopened and is not answered again yet.
    pub(crate) is_reopened: bool,
    /// The door by which it was filed, in words; nothing for the ordinary one.
    pub(crate) track: Option<String>,
    /// Whether it waits for its filer and nobody is in charge of it.
    pub(crate) is_nobodys: bool,
    /// When an opinion was asked for and by when it is wanted, in words, in the list of those.
    pub(crate) opinion: Option<String>,
    /// Since when its filer is late with a reply, in words.
    pub(crate) question: Option<String>,
    /// Who filed it, where that was asked for.
    pub(crate) filer: Option<String>,
    /// Who is in charge of it; nothing beside one's own cases.
    pub(crate) officer: Option<String>,
}

/// Lines that are due alike.
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) class: &'static str,
    pub(crate) items: Vec<Item>,
    /// Whether all that are due alike stand here, so that they can be counted: not where the page before or the
    /// next one may have more of them.
    pub(crate) is_counted: bool,
}

/// The list as pages show it.
pub(crate) struct List {
    pub(crate) heading: String,
    /// Filters by kind: name, address, whether it is on. None beside what a search found.
    pub(crate) kinds: Vec<(String, String, bool)>,
    /// The other order in which it can be read: what it is called, and its address. None beside what a search found.
    pub(crate) turned: Option<(String, String)>,
    pub(crate) groups: Vec<Group>,
    /// Address of the next page.
    pub(crate) next: Option<String>,
    /// What is said in place of an empty list.
    pub(crate) empty: Option<String>,
    /// Whether it is a queue that no filter narrows: its count is that of the queue.
    pub(crate) is_whole: bool,
    /// Which line of the queue is open beside it, from 1; nothing when the list does not begin the queue.
    pub(crate) place: Option<usize>,
    /// Where else to look for what was not found: name and address.
    pub(crate) elsewhere: Option<(String, String)>,
    /// What became of a case that was handed on from here.
    pub(crate) notice: Option<String>,
}

/// Reads the list; `current` is the case that is open beside it.
pub(crate) async fn load(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    asked: &Asked,
    current: Option<&Reference>,
) -> Result<List, Problem> {
    let clerks = &state.clerks;
    if let Some(figure) = &asked.behind {
        let (order, after) = (asked.order, asked.after.clone());
        let found = clerks
            .cases_behind(officer.clone(), figure.clone(), order, after)
            .await
            .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
        return Ok(dressed(state, visit, officer, asked, current, found));
    }
    let found = match asked.listing() {
        Listing::View {
            view,
            kind,
            order,
            after,
        } => {
            clerks
                .queue(officer.clone(), view, kind, order, after)
                .await
        }
        Listing::Words { question, after } => clerks.search(officer.clone(), question, after).await,
    };
    let found = found.map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    Ok(dressed(state, visit, officer, asked, current, found))
}

/// What was found, as pages show it; `current` is the case that is open beside it.
pub(crate) fn dressed(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    asked: &Asked,
    current: Option<&Reference>,
    found: QueuePage,
) -> List {
    let country = state.clerks.country();
    let QueuePage {
        first,
        lines,
        next,
        today,
    } = found;
    let voice = visit.voice;
    let is_search = asked.is_search();
    let is_whole = !is_search && asked.kind.is_none() && asked.behind.is_none();
    let is_full = if asked.is_filer {
        i64::try_from(lines.len()) == Ok(SHOWN)
    } else {
        is_search && next.is_some()
    };
    let heading = if is_search && asked.after.is_some() {
        voice.say("desk-search-further").into_owned()
    } else if is_full {
        voice.say_with(
            "desk-search-newest",
            &[("count", Argument::count(lines.len()))],
        )
    } else if is_search {
        voice.say_with("word-results", &[("count", Argument::count(lines.len()))])
    } else if let Some(figure) = &asked.behind {
        behind::heading(state, visit, figure, today)
    } else {
        voice
            .say(&format!("desk-queue-{}", asked.view.as_str()))
            .into_owned()
    };
    let place_of = |line: &Line| {
        line.place.clone().unwrap_or_else(|| {
            line.territory
                .as_deref()
                .and_then(|code| TerritoryCode::parse(code).ok())
                .and_then(|code| country.territories.find(&code))
                .map_or_else(String::new, |territory| {
                    territory.names.in_language(visit.language()).to_owned()
                })
        })
    };
    let current = current.map(Reference::as_str);
    let as_item = |line: &Line| item(visit, asked, line, current, today, place_of(line));
    let items: Vec<(Bucket, Item)> = first
        .iter()
        .map(|line| (first_of(line), as_item(line).1))
        .chain(lines.iter().map(as_item))
        .collect();
    List {
        // Names stand in no index of words.
        elsewhere: (is_search && !asked.is_filer && items.is_empty() && may_ask(officer)).then(
            || {
                (
                    voice.say("desk-filer-title").into_owned(),
                    visit.path("/desk/filer"),
                )
            },
        ),
        notice: None,
        heading,
        kinds: if is_search || asked.behind.is_some() {
            Vec::new()
        } else {
            let mut kinds = kinds(voice, visit, asked);
            kinds.extend(of_people_who_left(visit, officer, asked));
            kinds.extend(by_colleague(visit, officer));
            kinds
        },
        turned: (!is_search).then(|| turned(voice, visit, asked)),
        empty: items.is_empty().then(|| {
            let key = if asked.is_filer {
                "desk-filer-none"
            } else if is_search {
                "desk-search-none"
            } else {
                "desk-queue-empty"
            };
            voice.say(key).into_owned()
        }),
        is_whole,
        place: items
            .iter()
            .position(|(_, item)| item.is_current)
            .filter(|_| is_whole && asked.after.is_none())
            .map(|before| before + 1),
        groups: grouped(
            voice,
            items,
            asked.after.is_some(),
            is_full || next.is_some(),
        ),
        next: next.map(|after| {
            let further = Asked {
                after: Some(after),
                ..asked.clone()
            };
            visit.path(&format!("/desk{}", further.query()))
        }),
    }
}

/// The same list from its other end.
fn turned(voice: Voice, visit: &Visit, asked: &Asked) -> (String, String) {
    let (order, key) = match asked.order {
        Order::DueFirst => (Order::DueLast, "desk-order-due-last"),
        Order::DueLast => (Order::DueFirst, "desk-order-due-first"),
    };
    let other = Asked {
        order,
        after: None,
        ..asked.clone()
    };
    (
        voice.say(key).into_owned(),
        visit.path(&format!("/desk{}", other.query())),
    )
}

/// Whether someone gives cases to colleagues, and so sees what each has to do.
pub(super) fn may_assign(officer: &Officer) -> bool {
    access::allows(officer.role, Action::Assign, Standing::Own)
}

/// The filter by officers who left, beside the open cases, for those who can give a case to someone else.
fn of_people_who_left(
    visit: &Visit,
    officer: &Officer,
    asked: &Asked,
) -> Option<(String, String, bool)> {
    let is_beside = matches!(asked.view, View::Open | View::Left);
    (is_beside && may_assign(officer)).then(|| {
        let is_on = asked.view == View::Left;
        let other = Asked {
            view: if is_on { View::Open } else { View::Left },
            kind: None,
            after: None,
            ..asked.clone()
        };
        (
            visit.voice.say("desk-queue-left").into_owned(),
            visit.path(&format!("/desk{}", other.query())),
            is_on,
        )
    })
}

/// The way to what each colleague has to do, for those who can give a case to someone else.
fn by_colleague(visit: &Visit, officer: &Officer) -> Option<(String, String, bool)> {
    may_assign(officer).then(|| {
        (
            visit.voice.say("desk-colleagues-title").into_owned(),
            visit.path("/desk/colleagues"),
            false,
        )
    })
}

/// The filters by kind, which begin at the top again.
fn kinds(voice: Voice, visit: &Visit, asked: &Asked) -> Vec<(String, String, bool)> {
    let address = |kind| {
        let filtered = Asked {
            kind,
            after: None,
            ..asked.clone()
        };
        visit.path(&format!("/desk{}", filtered.query()))
    };
    std::iter::once((
        voice.say("word-all").into_owned(),
        address(None),
        asked.kind.is_none(),
    ))
    .chain(CaseKind::ALL.iter().map(|kind| {
        (
            voice.say(&format!("case-kind-{kind}")).into_owned(),
            address(Some(*kind)),
            asked.kind == Some(*kind),
        )
    }))
    .collect()
}

/// Urgent and reopened, which come before all, late, soon, later, done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bucket {
    Urgent,
    Reopened,
    Late,
    Soon,
    Later,
    Done,
}

/// What tells a case that was filed by one of the two short doors.
pub(super) fn track_word(voice: Voice, track: Track) -> Option<String> {
    (track != Track::Ordinary).then(|| voice.say(&format!("case-track-{track}")).into_owned())
}

/// Why a case comes before all others.
fn first_of(line: &Line) -> Bucket {
    if line.track == Track::Danger {
        Bucket::Urgent
    } else {
        Bucket::Reopened
    }
}

fn item(
    visit: &Visit,
    asked: &Asked,
    line: &Line,
    current: Option<&str>,
    today: Date,
    place: String,
) -> (Bucket, Item) {
    let voice = visit.voice;
    // Whoever is asked for an opinion answers for that alone.
    let due = line
        .opinion
        .map_or(line.answer_due, |awaited| awaited.respond_by);
    let left = days_between(today, due);
    let is_open = !matches!(line.stage.as_str(), "answered" | "closed");
    let bucket = match left {
        _ if !is_open => Bucket::Done,
        left if left < 0 => Bucket::Late,
        left if left <= SOON_DAYS => Bucket::Soon,
        _ => Bucket::Later,
    };
    let (when, class) = match bucket {
        Bucket::Done => (
            voice
                .say(&format!("case-desk-state-{}", line.stage))
                .into_owned(),
            "",
        ),
        // That it waits for its filer stops no clock: both are said.
        Bucket::Late if line.stage == Stage::Waiting.as_str() && line.opinion.is_none() => (
            format!(
                "{} · {}",
                voice.say("case-desk-state-waiting"),
                voice.say_with(
                    "due-chip-late",
                    &[("days", Argument::Number(i64::from(-left)))],
                )
            ),
            "late",
        ),
        _ if line.stage == "waiting" && line.opinion.is_none() => {
            (voice.say("case-desk-state-waiting").into_owned(), "wait")
        }
        Bucket::Late | Bucket::Urgent | Bucket::Reopened => (
            voice.say_with(
                "due-chip-late",
                &[("days", Argument::Number(i64::from(-left)))],
            ),
            "late",
        ),
        Bucket::Soon => (
            voice.say_with(
                "due-chip-left",
                &[("days", Argument::Number(i64::from(left)))],
            ),
            "soon",
        ),
        Bucket::Later => (
            voice.say_with(
                "due-chip-left",
                &[("days", Argument::Number(i64::from(left)))],
            ),
            "",
        ),
    };
    let item = Item {
        address: format!(
            "{}{}",
            visit.path(&format!("/desk/case/{}", line.reference)),
            asked.query()
        ),
        is_current: current == Some(line.reference.as_str()),
        reference: line.reference.clone(),
        title: line.title.clone().unwrap_or_default(),
        beginning: further(&line.beginning, line.title.as_deref().unwrap_or_default()).to_owned(),
        language: line.language.clone().unwrap_or_default(),
        place,
        channel: voice
            .say(&format!("case-channel-{}", line.channel))
            .into_owned(),
        when,
        class,
        is_reopened: line.is_reopened,
        track: track_word(voice, line.track),
        officer: line
            .officer_name
            .clone()
            .filter(|_| asked.is_search() || asked.view != View::Mine),
        is_nobodys: line.stage == Stage::Waiting.as_str() && line.officer.is_none(),
        filer: line.filer.clone(),
        question: line
            .question_due
            .filter(|due| *due < today && line.opinion.is_none())
            .map(|due| {
                let day = voice.day_seen_from(due, today);
                voice.say_with("desk-question-over", &[("date", Argument::Text(&day))])
            }),
        opinion: line.opinion.map(|awaited| {
            let day = |day| voice.day_seen_from(day, today);
            voice.say_with(
                "desk-opinion-wanted",
                &[
                    ("asked", Argument::Text(&day(awaited.asked_on))),
                    ("until", Argument::Text(&day(awaited.respond_by))),
                ],
            )
        }),
    };
    (bucket, item)
}

/// What the beginning of a text says beyond the title that was made of it; all of it where the title is another.
fn further<'a>(beginning: &'a str, title: &str) -> &'a str {
    let title = title.trim_end_matches(['…', '.', ' ']);
    match beginning.trim_start().strip_prefix(title) {
        Some(rest) if !title.is_empty() => {
            let is_cut_in_a_word = rest.starts_with(char::is_alphanumeric);
            if is_cut_in_a_word {
                beginning
            } else {
                rest.trim_start_matches(|sign: char| {
                    sign.is_whitespace() || ".,;:!?…؟،؛".contains(sign)
                })
            }
        }
        _ => beginning,
    }
}

fn grouped(
    voice: Voice,
    items: Vec<(Bucket, Item)>,
    has_before: bool,
    has_more: bool,
) -> Vec<Group> {
    let mut groups: Vec<(Bucket, Group)> = Vec::new();
    for (bucket, item) in items {
        match groups.last_mut() {
            Some((last, group)) if *last == bucket => group.items.push(item),
            _ => {
                let (key, class) = match bucket {
                    Bucket::Urgent => ("desk-queue-urgent", "is-late"),
                    Bucket::Reopened => ("desk-queue-reopened", "is-late"),
                    Bucket::Late => ("desk-group-late", "is-late"),
                    Bucket::Soon => ("desk-group-week", ""),
                    Bucket::Later => ("desk-group-later", ""),
                    Bucket::Done => ("desk-group-done", ""),
                };
                groups.push((
                    bucket,
                    Group {
                        name: voice.say(key).into_owned(),
                        class,
                        items: vec![item],
                        is_counted: true,
                    },
                ));
            }
        }
    }
    if let Some((_, first)) = groups.first_mut().filter(|_| has_before) {
        first.is_counted = false;
    }
    if let Some((_, last)) = groups.last_mut().filter(|_| has_more) {
        last.is_counted = false;
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

#[cfg(test)]
mod tests {
    use super::further;

    #[test]
    fn a_second_line_says_more_than_the_first() {
        let text = "Les lampadaires sont éteints. Les enfants ont peur.";
        assert_eq!(
            further(text, "Les lampadaires sont éteints"),
            "Les enfants ont peur."
        );
        assert_eq!(
            further(text, "Les lampadaires sont…"),
            "éteints. Les enfants ont peur."
        );
        assert_eq!(further(text, "Les lampad…"), text);
        assert_eq!(
            further("المصابيح مطفأة، الأطفال", "المصابيح مطفأة"),
            "الأطفال"
        );
        assert_eq!(further("Tout est dit", "Tout est dit"), "");
        assert_eq!(further(text, "Éclairage"), text);
        assert_eq!(further(text, ""), text);
    }
}

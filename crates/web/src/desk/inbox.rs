//! `/{language}/desk`: the queues at the side, the list, overdue first.

use askama::Template;
use axum::extract::State as Shared;
use chikaya_domain::{access::Role, case::Kind as CaseKind, clock::days_between};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::case::queue::{Line, SOON_DAYS, View};
use jiff::civil::Date;

use super::AtDesk;
use crate::{
    error::{Detour, Problem},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// A queue at the side.
pub(crate) struct QueueLink {
    pub name: String,
    pub address: String,
    pub icon: &'static str,
    pub count: String,
    pub is_current: bool,
    pub is_hot: bool,
}

struct Item {
    reference: String,
    address: String,
    title: String,
    beginning: String,
    language: String,
    place: String,
    channel: String,
    when: String,
    class: &'static str,
}

struct Group {
    name: String,
    class: &'static str,
    items: Vec<Item>,
}

#[derive(Template)]
#[template(path = "desk/inbox.html")]
struct InboxPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    heading: String,
    kinds: Vec<(String, String, bool)>,
    groups: Vec<Group>,
    next: Option<String>,
    is_empty: bool,
}

/// `GET /{language}/desk`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    // Administrators see no case: their desk is elsewhere.
    if officer.role == Role::Administrator {
        return Err(Detour::Elsewhere(visit.path("/admin")));
    }
    let question = visit.parameter("q").unwrap_or_default();
    let view = visit
        .parameter("view")
        .and_then(|word| View::from_word(&word))
        .unwrap_or(View::Open);
    let kind = visit
        .parameter("kind")
        .and_then(|word| CaseKind::from_word(&word));
    let country = state.clerks.country();
    let today = country.calendar.date_of(state.clerks.now());
    let trouble = |trouble| Problem::from_trouble(&visit, &trouble);
    let (lines, next) = if question.is_empty() {
        let page = state
            .clerks
            .queue(officer.clone(), view, kind, visit.parameter("after"))
            .await
            .map_err(trouble)?;
        (page.lines, page.next)
    } else {
        let hits = state
            .clerks
            .search(officer.clone(), question.clone())
            .await
            .map_err(trouble)?;
        (hits, None)
    };
    let voice = visit.voice;
    let heading = if question.is_empty() {
        voice
            .say(&format!("desk-queue-{}", view.as_str()))
            .into_owned()
    } else {
        voice.say_with("word-results", &[("count", Argument::count(lines.len()))])
    };
    let organisation = country
        .organisations
        .name_of(&officer.organisation, visit.language())
        .to_owned();
    let place_of = |line: &Line| {
        line.place.clone().unwrap_or_else(|| {
            line.territory
                .as_deref()
                .and_then(|code| chikaya_domain::id::TerritoryCode::parse(code).ok())
                .and_then(|code| country.territories.find(&code))
                .map_or_else(String::new, |territory| {
                    territory.names.in_language(visit.language()).to_owned()
                })
        })
    };
    let items: Vec<(Bucket, Item)> = lines
        .iter()
        .map(|line| item(&visit, line, today, place_of(line)))
        .collect();
    let queues = queues(
        &state,
        &visit,
        &officer,
        question.is_empty().then_some(view),
    )
    .await?;
    let base = visit.path(&format!("/desk?view={}", view.as_str()));
    let page = InboxPage {
        frame: Frame::of(&state, &visit).with(officer),
        organisation,
        question,
        queues,
        heading,
        kinds: kinds(voice, &base, kind),
        is_empty: items.is_empty(),
        groups: grouped(voice, items),
        next: next.map(|after| {
            let kind = kind.map_or_else(String::new, |kind| format!("&kind={kind}"));
            format!("{base}{kind}&after={after}")
        }),
    };
    Ok(Page::of(&visit, &page)?)
}

/// The queues with their counts.
pub(crate) async fn queues(
    state: &State,
    visit: &Visit,
    officer: &chikaya_service::staff::Officer,
    current: Option<View>,
) -> Result<Vec<QueueLink>, Problem> {
    let counts = state
        .clerks
        .queue_counts(officer.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    Ok(counts
        .into_iter()
        .filter(|count| count.view != View::Arbitration || officer.role == Role::ReformAuthority)
        .map(|count| QueueLink {
            name: visit
                .voice
                .say(&format!("desk-queue-{}", count.view.as_str()))
                .into_owned(),
            address: visit.path(&format!("/desk?view={}", count.view.as_str())),
            icon: icon(count.view),
            count: visit.voice.number(count.cases),
            is_current: current == Some(count.view),
            is_hot: count.view == View::Late && count.cases > 0,
        })
        .collect())
}

const fn icon(view: View) -> &'static str {
    match view {
        View::Late => "alert",
        View::Soon => "clock",
        View::Open => "inbox",
        View::Mine | View::Unassigned => "person",
        View::New => "mail",
        View::Waiting => "pause",
        View::Answered => "answer",
        View::Closed => "check",
        View::Arbitration => "scales",
    }
}

fn kinds(voice: Voice, base: &str, chosen: Option<CaseKind>) -> Vec<(String, String, bool)> {
    std::iter::once((
        voice.say("word-all").into_owned(),
        base.to_owned(),
        chosen.is_none(),
    ))
    .chain(CaseKind::ALL.iter().map(|kind| {
        (
            voice.say(&format!("case-kind-{kind}")).into_owned(),
            format!("{base}&kind={kind}"),
            chosen == Some(*kind),
        )
    }))
    .collect()
}

/// Late, soon, later, done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bucket {
    Late,
    Soon,
    Later,
    Done,
}

fn item(visit: &Visit, line: &Line, today: Date, place: String) -> (Bucket, Item) {
    let voice = visit.voice;
    let due = line.answer_due.parse::<Date>().unwrap_or(today);
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
        _ if line.stage == "waiting" => (voice.say("case-desk-state-waiting").into_owned(), "wait"),
        Bucket::Late => (
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
        address: visit.path(&format!("/desk/case/{}", line.reference)),
        reference: line.reference.clone(),
        title: line.title.clone().unwrap_or_default(),
        beginning: line.beginning.clone(),
        language: line.language.clone().unwrap_or_default(),
        place,
        channel: voice
            .say(&format!("case-channel-{}", line.channel))
            .into_owned(),
        when,
        class,
    };
    (bucket, item)
}

fn grouped(voice: Voice, items: Vec<(Bucket, Item)>) -> Vec<Group> {
    let mut groups: Vec<(Bucket, Group)> = Vec::new();
    for (bucket, item) in items {
        match groups.last_mut() {
            Some((last, group)) if *last == bucket => group.items.push(item),
            _ => {
                let (key, class) = match bucket {
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
                    },
                ));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

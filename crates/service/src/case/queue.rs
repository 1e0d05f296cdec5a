//! The queues of the desk: which cases someone sees, in which order, and how many wait where.

use std::str::FromStr;

use chikaya_domain::{
    access::{self, Action, Role, Standing},
    case::{Kind, Stage},
    reference::Reference,
};
pub use chikaya_store::case::queue::{Line, Order};
use chikaya_store::{
    Tx,
    case::{
        queue::{self, EVERYTHING, Narrowing, Place, Queue},
        search, state, tally,
    },
};
use jiff::ToSpan;
use uuid::Uuid;

use super::act::standing;
use crate::{Circumstances, Clerks, Trouble, staff::Officer};

/// Cases shown on one page of a queue.
pub const PAGE: usize = 25;

/// Days within which a case counts as due soon, calendar days.
pub const SOON_DAYS: i32 = 5;

/// Most hits a search shows.
pub const HITS: i64 = 50;

/// The queues of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// Open cases of the organisation whose time is over.
    Late,
    /// Open cases of the organisation due within [`SOON_DAYS`].
    Soon,
    /// All open cases of the organisation.
    Open,
    /// Open cases of the person who looks.
    Mine,
    /// Received, not examined.
    New,
    /// Admissible, nobody works on them.
    Unassigned,
    /// Waiting for the filer.
    Waiting,
    /// Answered, not closed.
    Answered,
    /// Closed.
    Closed,
    /// In arbitration, whoever had them; for the reform authority.
    Arbitration,
}

impl View {
    /// All queues in the order in which they stand at the side of the desk.
    pub const ALL: [Self; 10] = [
        Self::Late,
        Self::Soon,
        Self::Mine,
        Self::Open,
        Self::New,
        Self::Unassigned,
        Self::Waiting,
        Self::Answered,
        Self::Closed,
        Self::Arbitration,
    ];

    /// The word of the queue in addresses and message keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Soon => "soon",
            Self::Open => "open",
            Self::Mine => "mine",
            Self::New => "new",
            Self::Unassigned => "unassigned",
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::Arbitration => "arbitration",
        }
    }

    /// The queue of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.as_str() == word)
    }
}

/// A page of a queue.
#[derive(Clone, Debug)]
pub struct QueuePage {
    /// The cases.
    pub lines: Vec<Line>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
    /// Today, `YYYY-MM-DD`, to tell what is late.
    pub today: jiff::civil::Date,
}

/// How many cases wait in a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewCount {
    /// The queue.
    pub view: View,
    /// How many.
    pub cases: i64,
}

impl Clerks {
    /// A page of a queue, after the place `after` that an earlier page gave.
    pub async fn queue(
        &self,
        officer: Officer,
        view: View,
        kind: Option<Kind>,
        order: Order,
        after: Option<String>,
    ) -> Result<QueuePage, Trouble> {
        self.read(move |tx, circumstances| {
            let asked = (view, kind, order);
            page(tx, circumstances, &officer, asked, after.as_deref())
        })
        .await
    }

    /// How many cases wait in each queue. Counts are folded within a second of each event.
    pub async fn queue_counts(&self, officer: Officer) -> Result<Vec<ViewCount>, Trouble> {
        self.read(move |tx, circumstances| counts(tx, circumstances, &officer))
            .await
    }

    /// The newest cases that hold all words of `question`, among those the person may see. A reference
    /// leads straight to its case.
    pub async fn search(&self, officer: Officer, question: String) -> Result<Vec<Line>, Trouble> {
        self.read(move |tx, circumstances| hits(tx, circumstances, &officer, &question))
            .await
    }
}

fn page(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    (view, kind, order): (View, Option<Kind>, Order),
    after: Option<&str>,
) -> Result<QueuePage, Trouble> {
    if !access::allows(officer.role, Action::SeeQueue, Standing::Own) {
        return Err(Trouble::Forbidden);
    }
    let today = circumstances.today();
    let yesterday = today.saturating_sub(1.day()).to_string();
    let from_today = today.to_string();
    let soon = today.saturating_add(SOON_DAYS.days()).to_string();
    let mut narrowing = Narrowing {
        kind: kind.map_or("", Kind::as_str),
        ..EVERYTHING
    };
    let organisation = &officer.organisation;
    let queue = match view {
        View::Late => {
            narrowing.due_until = &yesterday;
            Queue::Open(organisation)
        }
        View::Soon => {
            narrowing.due_from = &from_today;
            narrowing.due_until = &soon;
            Queue::Open(organisation)
        }
        View::Open => Queue::Open(organisation),
        View::Mine => Queue::Officer(officer.id),
        View::New => Queue::Stage(organisation, Stage::Filed.as_str()),
        View::Unassigned => Queue::Stage(organisation, Stage::Admissible.as_str()),
        View::Waiting => Queue::Stage(organisation, Stage::Waiting.as_str()),
        View::Answered => Queue::Stage(organisation, Stage::Answered.as_str()),
        View::Closed => Queue::Stage(organisation, Stage::Closed.as_str()),
        View::Arbitration if officer.role == Role::ReformAuthority => Queue::ArbitrationEverywhere,
        View::Arbitration => Queue::Stage(organisation, Stage::Arbitration.as_str()),
    };
    let place = after.and_then(read_place);
    // One more than a page tells whether another follows, without counting.
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut lines = queue::page(tx, &queue, &narrowing, order, place.as_ref(), limit)?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let next = lines.last().filter(|_| more).map(write_place);
    Ok(QueuePage { lines, next, today })
}

fn counts(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
) -> Result<Vec<ViewCount>, Trouble> {
    let today = circumstances.today();
    let soon = today.saturating_add(SOON_DAYS.days());
    let counts = tally::of_organisation(
        tx,
        officer.organisation.as_str(),
        &today.to_string(),
        &soon.to_string(),
        &officer.id.to_string(),
    )?;
    let in_stage = |stage: Stage| counts.in_stage.get(stage.as_str()).copied().unwrap_or(0);
    let arbitration = if officer.role == Role::ReformAuthority {
        tally::in_arbitration(tx)?
    } else {
        in_stage(Stage::Arbitration)
    };
    Ok(View::ALL
        .into_iter()
        .map(|view| ViewCount {
            view,
            cases: match view {
                View::Late => counts.late,
                View::Soon => counts.soon,
                View::Open => Stage::ALL
                    .iter()
                    .filter(|stage| stage.is_open())
                    .map(|stage| in_stage(*stage))
                    .sum(),
                View::Mine => counts.of_officer,
                View::New => in_stage(Stage::Filed),
                View::Unassigned => in_stage(Stage::Admissible),
                View::Waiting => in_stage(Stage::Waiting),
                View::Answered => in_stage(Stage::Answered),
                View::Closed => in_stage(Stage::Closed),
                View::Arbitration => arbitration,
            },
        })
        .collect())
}

fn hits(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    question: &str,
) -> Result<Vec<Line>, Trouble> {
    if !access::allows(officer.role, Action::SeeQueue, Standing::Own) {
        return Err(Trouble::Forbidden);
    }
    if let Ok(reference) = Reference::from_str(question)
        && let Some(stored) = state::find_by_reference(tx, &reference)?
    {
        let standing = standing(circumstances.country, officer, &stored.case);
        if access::allows(officer.role, Action::SeeCase, standing) {
            return Ok(queue::line(tx, stored.case.id)?.into_iter().collect());
        }
        return Ok(Vec::new());
    }
    let words: Vec<Vec<String>> = chikaya_language::query_tokens(question)
        .into_iter()
        .map(|asked| std::iter::once(asked.word).chain(asked.skeletons).collect())
        .collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let sees_all = access::allows(officer.role, Action::SeeCase, Standing::Other);
    let within = (!sees_all).then_some(&officer.organisation);
    Ok(search::find(tx, within, &words, HITS)?)
}

/// A place in a queue as it stands in an address.
fn write_place(line: &Line) -> String {
    format!("{}_{}", line.answer_due, line.id.as_uuid().simple())
}

fn read_place(text: &str) -> Option<Place> {
    let (answer_due, id) = text.split_once('_')?;
    Some(Place {
        answer_due: answer_due.parse::<jiff::civil::Date>().ok()?.to_string(),
        id: Uuid::try_parse(id).ok()?,
    })
}

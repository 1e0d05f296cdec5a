//! The queues of the desk: which cases someone sees, in which order, and how many wait where.

use std::cmp::Reverse;

use chikaya_domain::{
    access::{self, Action, Role, Standing},
    case::{Kind, Mark, Stage, Track},
    id::{CaseId, OrganisationCode},
};
use chikaya_store::{
    Tx,
    case::{
        Reports, event,
        queue::{self, Narrowing, Place, Queue},
        state,
        tally::{self, Counts},
    },
};
use jiff::ToSpan;
use uuid::Uuid;

use super::{line::read_lines, opinion, report::reports_for, seek};
use crate::{Circumstances, Clerks, Trouble, staff::Officer};

pub use super::line::{Awaited, Line};

/// Cases shown on one page of a queue.
pub const PAGE: usize = 25;

/// Days within which a case counts as due soon, calendar days.
pub const SOON_DAYS: i32 = 5;

/// Urgent cases, and reopened ones, shown before the others of a queue, at most of each.
const FIRST: i64 = 10;

/// Cases of one's own acts that are counted ahead of the fold, at most.
const AHEAD: i64 = 20;

/// The queues of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// Somebody's life or health is in danger.
    Urgent,
    /// Open cases of the organisation whose time is over.
    Late,
    /// Open cases of the organisation due within [`SOON_DAYS`].
    Soon,
    /// All open cases of the organisation.
    Open,
    /// Open cases of the person who looks.
    Mine,
    /// The filer was not satisfied with the answer, and it is not answered again yet.
    Reopened,
    /// The filer wrote something that the office has not acted on since.
    Replied,
    /// The organisation was asked for its opinion, whoever has the case.
    Opinions,
    /// What is said in a recording is not written down.
    ToTranscribe,
    /// The filer must be told something on the telephone.
    ToTelephone,
    /// A letter to the filer must be printed and posted.
    ToPost,
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
    /// Open reports of wrongdoing: for whoever may read those of other bodies too, of all of them.
    OfWrongdoing,
    /// Open cases whose officer may not sign in any more: a filter, without a count of its own.
    Left,
}

impl View {
    /// All queues in the order in which they stand at the side of the desk. A new one is added here, with what it holds in
    /// [`View::holds`] and its count in [`View::count`].
    pub const ALL: [Self; 18] = [
        Self::Urgent,
        Self::OfWrongdoing,
        Self::Late,
        Self::Soon,
        Self::Reopened,
        Self::Replied,
        Self::Opinions,
        Self::ToTranscribe,
        Self::ToTelephone,
        Self::ToPost,
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
            Self::Urgent => "urgent",
            Self::Late => "late",
            Self::Soon => "soon",
            Self::Open => "open",
            Self::Mine => "mine",
            Self::Reopened => "reopened",
            Self::Replied => "replied",
            Self::Opinions => "opinions",
            Self::ToTranscribe => "to-transcribe",
            Self::ToTelephone => "to-telephone",
            Self::ToPost => "to-post",
            Self::Left => "left",
            Self::New => "new",
            Self::Unassigned => "unassigned",
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::Arbitration => "arbitration",
            Self::OfWrongdoing => "reports",
        }
    }

    /// The queue of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .chain([Self::Left])
            .find(|view| view.as_str() == word)
    }

    /// What the queue holds for someone.
    fn holds(self, officer: &Officer) -> Queue<'_> {
        let organisation = &officer.organisation;
        let stage = |stage: Stage| Queue::Stage(organisation, stage.as_str());
        match self {
            Self::Late | Self::Soon | Self::Open => Queue::Open(organisation),
            Self::Mine => Queue::Officer(officer.id),
            Self::Urgent => Queue::Marked(organisation, Mark::Urgent),
            Self::Reopened => Queue::Marked(organisation, Mark::Reopened),
            Self::Replied => Queue::Marked(organisation, Mark::Replied),
            Self::Opinions => Queue::Marked(organisation, Mark::Opinion),
            Self::ToTranscribe => Queue::Marked(organisation, Mark::ToTranscribe),
            Self::ToTelephone => Queue::Marked(organisation, Mark::ToTelephone),
            Self::ToPost => Queue::Marked(organisation, Mark::ToPost),
            Self::Left => Queue::LeftBehind(organisation),
            Self::New => stage(Stage::Filed),
            Self::Unassigned => stage(Stage::Admissible),
            Self::Waiting => stage(Stage::Waiting),
            Self::Answered => stage(Stage::Answered),
            Self::Closed => stage(Stage::Closed),
            Self::Arbitration if officer.role == Role::ReformAuthority => {
                Queue::ArbitrationEverywhere
            }
            Self::Arbitration => stage(Stage::Arbitration),
            Self::OfWrongdoing => Queue::Reports(reports_of(officer)),
        }
    }

    /// How many the queue holds, among the counts of an organisation and those beyond it.
    fn count(self, counts: &Counts, beyond: Beyond) -> i64 {
        let in_stage = |stage: Stage| counts.in_stage.get(stage.as_str()).copied().unwrap_or(0);
        let marked = |mark: Mark| counts.marked.get(mark.as_str()).copied().unwrap_or(0);
        match self {
            Self::Late => counts.late,
            Self::Soon => counts.soon,
            Self::Open => Stage::ALL
                .iter()
                .filter(|stage| stage.is_open())
                .map(|stage| in_stage(*stage))
                .sum(),
            Self::Mine => counts.of_officer,
            Self::Urgent => marked(Mark::Urgent),
            Self::Reopened => marked(Mark::Reopened),
            Self::Replied => marked(Mark::Replied),
            Self::Opinions => marked(Mark::Opinion),
            Self::ToTranscribe => marked(Mark::ToTranscribe),
            Self::ToTelephone => marked(Mark::ToTelephone),
            Self::ToPost => marked(Mark::ToPost),
            Self::New => in_stage(Stage::Filed),
            Self::Unassigned => in_stage(Stage::Admissible),
            Self::Waiting => in_stage(Stage::Waiting),
            Self::Answered => in_stage(Stage::Answered),
            Self::Closed => in_stage(Stage::Closed),
            Self::Arbitration => beyond.arbitration,
            Self::OfWrongdoing => beyond.reports,
            Self::Left => 0,
        }
    }
}

/// How many cases wait in the queues that hold more than those of one organisation, for whoever looks.
#[derive(Clone, Copy, Debug)]
struct Beyond {
    arbitration: i64,
    reports: i64,
}

/// The body whose reports of wrongdoing someone reads; `None` for those of all.
fn reports_of(officer: &Officer) -> Option<&OrganisationCode> {
    let reads_all = access::allows_on(
        Track::Wrongdoing,
        officer.role,
        Action::SeeCase,
        Standing::Other,
    );
    (!reads_all).then_some(&officer.organisation)
}

/// In which order a queue is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What is due first stands first.
    #[default]
    DueFirst,
    /// What is due last stands first: as a rule, what was filed last.
    DueLast,
}

impl From<Order> for queue::Order {
    fn from(order: Order) -> Self {
        match order {
            Order::DueFirst => Self::DueFirst,
            Order::DueLast => Self::DueLast,
        }
    }
}

/// A page of a queue.
#[derive(Clone, Debug)]
pub struct QueuePage {
    /// Urgent cases, then reopened ones, whose new due day would put them last: read before all others on the first page
    /// of the open and of the unassigned; urgent ones also before the new and those of the officer.
    pub first: Vec<Line>,
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

/// What is listed at the desk.
#[derive(Clone, Debug)]
pub enum Listing {
    /// A page of a queue.
    View {
        /// Which queue.
        view: View,
        /// Of one kind alone.
        kind: Option<Kind>,
        /// In which order.
        order: Order,
        /// After the place that an earlier page gave.
        after: Option<String>,
    },
    /// The newest cases that hold all these words, in their texts or in the names of their subject, place and organisation;
    /// a reference leads straight to its case.
    Words {
        /// What is asked for.
        question: String,
        /// After the place that an earlier page gave.
        after: Option<String>,
    },
}

/// A list with the counts that stand beside it.
#[derive(Clone, Debug)]
pub struct Inbox {
    /// The list.
    pub list: QueuePage,
    /// How many cases wait in each queue.
    pub counts: Vec<ViewCount>,
}

impl Clerks {
    /// A list, and how many cases wait in each queue, both of one moment.
    pub async fn inbox(&self, officer: Officer, listing: Listing) -> Result<Inbox, Trouble> {
        self.read(move |tx, circumstances| {
            announce_counts(tx, circumstances, &officer)?;
            Ok(Inbox {
                list: list(tx, circumstances, &officer, &listing)?,
                counts: counts(tx, circumstances, &officer)?,
            })
        })
        .await
    }

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
        self.read(move |tx, circumstances| {
            announce_counts(tx, circumstances, &officer)?;
            counts(tx, circumstances, &officer)
        })
        .await
    }

    /// The newest cases that hold all words of `question`, among those the person may see, after the place `after` that an
    /// earlier page gave. A reference leads straight to its case.
    pub async fn search(
        &self,
        officer: Officer,
        question: String,
        after: Option<String>,
    ) -> Result<QueuePage, Trouble> {
        let words = Listing::Words { question, after };
        self.read(move |tx, circumstances| list(tx, circumstances, &officer, &words))
            .await
    }
}

fn list(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    listing: &Listing,
) -> Result<QueuePage, Trouble> {
    match listing {
        Listing::View {
            view,
            kind,
            order,
            after,
        } => {
            let asked = (*view, *kind, *order);
            page(tx, circumstances, officer, asked, after.as_deref())
        }
        Listing::Words { question, after } => {
            let after = after.as_deref().and_then(|id| Uuid::try_parse(id).ok());
            let after = after.map(CaseId::new);
            let (lines, next) = seek::hits(tx, circumstances, officer, question, after)?;
            Ok(QueuePage {
                first: Vec::new(),
                lines,
                next: next.map(|case| case.as_uuid().simple().to_string()),
                today: circumstances.today(),
            })
        }
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
    let reports = reports_for(officer);
    let today = circumstances.today();
    let yesterday = today.saturating_sub(1.day()).to_string();
    let from_today = today.to_string();
    let soon = today.saturating_add(SOON_DAYS.days()).to_string();
    let mut narrowing = Narrowing {
        kind: kind.map_or("", Kind::as_str),
        ..Narrowing::nothing(reports)
    };
    match view {
        View::Late => narrowing.due_until = &yesterday,
        View::Soon => {
            narrowing.due_from = &from_today;
            narrowing.due_until = &soon;
        }
        _ => {}
    }
    let queue = view.holds(officer);
    let place = after.and_then(read_place);
    // One more than a page tells whether another follows, without counting.
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let begins = place.is_none() && order == Order::DueFirst && kind.is_none();
    let everything = Narrowing::nothing(reports);
    let before_all: Vec<Queue<'_>> = before(view)
        .iter()
        .filter(|_| begins)
        .map(|view| view.holds(officer))
        .collect();
    for marked in &before_all {
        queue::announce_page(tx, marked, &everything, order.into(), None, FIRST)?;
    }
    let mut lines = queue::page(tx, &queue, &narrowing, order.into(), place.as_ref(), limit)?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let next = lines.last().filter(|_| more).map(write_place);
    let mut first: Vec<queue::Line> = Vec::new();
    for marked in &before_all {
        for line in queue::page(tx, marked, &everything, order.into(), None, FIRST)? {
            let is_there = first.iter().any(|shown| shown.id == line.id);
            if !is_there && stands_in(view, &line, officer) {
                first.push(line);
            }
        }
    }
    lines.retain(|line| first.iter().all(|shown| shown.id != line.id));
    let mut lines = read_lines(lines)?;
    if view == View::Opinions {
        opinion::add_to(tx, circumstances, &officer.organisation, &mut lines)?;
        // A page is cut from the order in which cases are due; within it stands first what is wanted first.
        let wanted = |line: &Line| {
            line.opinion
                .map_or(line.answer_due, |awaited| awaited.respond_by)
        };
        match order {
            Order::DueFirst => lines.sort_by_key(wanted),
            Order::DueLast => lines.sort_by_key(|line| Reverse(wanted(line))),
        }
    }
    Ok(QueuePage {
        first: read_lines(first)?,
        lines,
        next,
        today,
    })
}

/// The queues of which the cases stand before all others of a queue.
const fn before(view: View) -> &'static [View] {
    match view {
        View::Open | View::Unassigned => &[View::Urgent, View::Reopened],
        View::New | View::Mine => &[View::Urgent],
        _ => &[],
    }
}

/// Whether a case that is read before the others of a queue is one of them.
fn stands_in(view: View, line: &queue::Line, officer: &Officer) -> bool {
    match view {
        View::New => line.stage == Stage::Filed.as_str(),
        View::Unassigned => line.stage == Stage::Admissible.as_str(),
        View::Mine => line.officer == Some(officer.id),
        _ => true,
    }
}

/// With what the counts of an organisation are asked: today, the last day that is soon, and the officer.
fn asked_of(circumstances: &Circumstances<'_>, officer: &Officer) -> (String, String, String) {
    let today = circumstances.today();
    let soon = today.saturating_add(SOON_DAYS.days());
    (today.to_string(), soon.to_string(), officer.id.to_string())
}

/// Says that [`counts`] will be asked: what is asked before it is waited for with it.
pub(crate) fn announce_counts(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
) -> Result<(), Trouble> {
    let (today, soon, id) = asked_of(circumstances, officer);
    tally::announce_of_organisation(
        tx,
        officer.organisation.as_str(),
        (&today, &soon, &id),
        reports_for(officer),
    )?;
    event::announce_uncounted_of(tx, officer.id, AHEAD)?;
    if reports_for(officer) == Reports::Shown {
        queue::announce_count_of_reports(tx, reports_of(officer))?;
    }
    Ok(())
}

/// How many cases wait in each queue of an officer. Counts are folded within a second of each event.
pub(crate) fn counts(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
) -> Result<Vec<ViewCount>, Trouble> {
    let organisation = officer.organisation.as_str();
    let (today, soon, id) = asked_of(circumstances, officer);
    let reports = reports_for(officer);
    let asked = (today.as_str(), soon.as_str(), id.as_str());
    let mut counts = tally::of_organisation(tx, organisation, asked, reports)?;
    let sees_all_arbitration = officer.role == Role::ReformAuthority;
    let mut everywhere = if sees_all_arbitration {
        tally::in_arbitration(tx)?
    } else {
        0
    };
    // The fold lags by a moment. What this person did just now counts at once, so that the figures agree with the list
    // they are led back to.
    for case in event::uncounted_of(tx, officer.id, AHEAD)? {
        if let Some(stored) = state::find(tx, case)?
            && (reports == Reports::Shown || !stored.case.track.is_confidential())
        {
            everywhere += tally::count_ahead(tx, &mut counts, &stored.case, organisation, asked)?;
        }
    }
    let arbitration = if sees_all_arbitration {
        everywhere
    } else {
        counts
            .in_stage
            .get(Stage::Arbitration.as_str())
            .copied()
            .unwrap_or(0)
    };
    let beyond = Beyond {
        arbitration,
        reports: match reports {
            Reports::Shown => queue::count_reports(tx, reports_of(officer))?,
            Reports::Hidden => 0,
        },
    };
    Ok(View::ALL
        .into_iter()
        .filter(|view| *view != View::OfWrongdoing || reports == Reports::Shown)
        .map(|view| ViewCount {
            view,
            cases: view.count(&counts, beyond),
        })
        .collect())
}

/// A place in a queue as it stands in an address.
pub(crate) fn write_place(line: &queue::Line) -> String {
    format!("{}_{}", line.answer_due, line.id.as_uuid().simple())
}

/// A place in a queue from an address.
pub(crate) fn read_place(text: &str) -> Option<Place> {
    let (answer_due, id) = text.split_once('_')?;
    Some(Place {
        answer_due: answer_due.parse::<jiff::civil::Date>().ok()?.to_string(),
        id: Uuid::try_parse(id).ok()?,
    })
}

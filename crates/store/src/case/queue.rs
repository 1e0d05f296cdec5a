//! Queues: pages of cases read from an index in the order in which they are due, forwards or backwards, never counted,
//! never skipped over.

use std::collections::BTreeMap;

use chikaya_domain::{
    case::{Errand, Mark, is_question_untold},
    id::{CaseId, OrganisationCode, StaffId},
};
use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;

use super::shelf::Reports;
use crate::{StoreError, Tx, statements, tx::Param};

/// A statement that reads lists' lines in the order in which [`read`] takes them; `$which` says which cases.
macro_rules! lines {
    ($which:literal) => {
        concat!(
            "
        SELECT c.id, c.reference, c.kind, c.channel, c.stage, c.answer_due, c.organisation, c.officer,
            c.subject, c.territory, c.place, d.language, d.title, SUBSTR(d.body, 1, 200),
            c.is_reopened, c.track, (SELECT s.name FROM staff s WHERE s.id = c.officer),
            CASE WHEN c.stage = 'waiting' THEN c.state END
        FROM case_state c
        JOIN document d ON d.id = c.document",
            $which
        )
    };
}
pub(crate) use lines;

statements! {
    OPEN_OF_ORGANISATION = lines!("
        WHERE c.organisation = $1 AND c.is_open = TRUE AND (c.answer_due, c.id) > ($2, $3)
            AND c.answer_due <= $4
            AND c.track <> $6
        ORDER BY c.answer_due, c.id
        LIMIT $5");
    OPEN_OF_ORGANISATION_LATEST = lines!("
        WHERE c.organisation = $1 AND c.is_open = TRUE AND (c.answer_due, c.id) < ($2, $3)
            AND c.answer_due >= $4
            AND c.track <> $6
        ORDER BY c.answer_due DESC, c.id DESC
        LIMIT $5");
    OPEN_OF_ORGANISATION_AND_KIND = lines!("
        WHERE c.organisation = $1 AND c.is_open = TRUE AND (c.answer_due, c.id) > ($2, $3)
            AND c.answer_due <= $4 AND c.kind = $6
            AND c.track <> $7
        ORDER BY c.answer_due, c.id
        LIMIT $5");
    OPEN_OF_ORGANISATION_AND_KIND_LATEST = lines!("
        WHERE c.organisation = $1 AND c.is_open = TRUE AND (c.answer_due, c.id) < ($2, $3)
            AND c.answer_due >= $4 AND c.kind = $6
            AND c.track <> $7
        ORDER BY c.answer_due DESC, c.id DESC
        LIMIT $5");
    STAGE_OF_ORGANISATION = lines!("
        WHERE c.organisation = $1 AND c.stage = $2 AND (c.answer_due, c.id) > ($3, $4)
            AND c.track <> $6
        ORDER BY c.answer_due, c.id
        LIMIT $5");
    STAGE_OF_ORGANISATION_LATEST = lines!("
        WHERE c.organisation = $1 AND c.stage = $2 AND (c.answer_due, c.id) < ($3, $4)
            AND c.track <> $6
        ORDER BY c.answer_due DESC, c.id DESC
        LIMIT $5");
    STAGE_OF_ORGANISATION_AND_KIND = lines!("
        WHERE c.organisation = $1 AND c.stage = $2 AND (c.answer_due, c.id) > ($3, $4)
            AND c.kind = $6
            AND c.track <> $7
        ORDER BY c.answer_due, c.id
        LIMIT $5");
    STAGE_OF_ORGANISATION_AND_KIND_LATEST = lines!("
        WHERE c.organisation = $1 AND c.stage = $2 AND (c.answer_due, c.id) < ($3, $4)
            AND c.kind = $6
            AND c.track <> $7
        ORDER BY c.answer_due DESC, c.id DESC
        LIMIT $5");
    OPEN_OF_OFFICER = lines!("
        WHERE c.officer = $1 AND c.is_open = TRUE AND (c.answer_due, c.id) > ($2, $3)
            AND c.answer_due <= $4
            AND (c.kind = $6 OR $6 = '')
            AND c.track <> $7
        ORDER BY c.answer_due, c.id
        LIMIT $5");
    OPEN_OF_OFFICER_LATEST = lines!("
        WHERE c.officer = $1 AND c.is_open = TRUE AND (c.answer_due, c.id) < ($2, $3)
            AND c.answer_due >= $4
            AND (c.kind = $6 OR $6 = '')
            AND c.track <> $7
        ORDER BY c.answer_due DESC, c.id DESC
        LIMIT $5");
    MARKED = lines!("
        JOIN case_mark m ON m.case_id = c.id
        WHERE m.organisation = $1 AND m.mark = $2 AND (m.answer_due, m.case_id) > ($3, $4)
            AND (c.kind = $6 OR $6 = '')
            AND c.track <> $7
        ORDER BY m.answer_due, m.case_id
        LIMIT $5");
    MARKED_LATEST = lines!("
        JOIN case_mark m ON m.case_id = c.id
        WHERE m.organisation = $1 AND m.mark = $2 AND (m.answer_due, m.case_id) < ($3, $4)
            AND (c.kind = $6 OR $6 = '')
            AND c.track <> $7
        ORDER BY m.answer_due DESC, m.case_id DESC
        LIMIT $5");
    LEFT_OF_ORGANISATION = lines!("
        WHERE c.organisation = $1 AND c.is_open = TRUE AND (c.answer_due, c.id) > ($2, $3)
            AND (c.kind = $5 OR $5 = '')
            AND c.officer IN (SELECT id FROM staff WHERE is_active = FALSE)
            AND c.track <> $6
        ORDER BY c.answer_due, c.id
        LIMIT $4");
    LEFT_OF_ORGANISATION_LATEST = lines!("
        WHERE c.organisation = $1 AND c.is_open = TRUE AND (c.answer_due, c.id) < ($2, $3)
            AND (c.kind = $5 OR $5 = '')
            AND c.officer IN (SELECT id FROM staff WHERE is_active = FALSE)
            AND c.track <> $6
        ORDER BY c.answer_due DESC, c.id DESC
        LIMIT $4");
    ARBITRATION_EVERYWHERE = lines!("
        WHERE c.stage = 'arbitration' AND (c.answer_due, c.id) > ($1, $2)
            AND (c.kind = $3 OR $3 = '')
            AND c.track <> $5
        ORDER BY c.answer_due, c.id
        LIMIT $4");
    ARBITRATION_EVERYWHERE_LATEST = lines!("
        WHERE c.stage = 'arbitration' AND (c.answer_due, c.id) < ($1, $2)
            AND (c.kind = $3 OR $3 = '')
            AND c.track <> $5
        ORDER BY c.answer_due DESC, c.id DESC
        LIMIT $4");
    REPORTS = lines!("
        WHERE c.track = 'wrongdoing' AND c.is_open = TRUE AND (c.answer_due, c.id) > ($1, $2)
            AND (c.organisation = $3 OR $3 = '')
            AND (c.kind = $4 OR $4 = '')
            AND c.track <> $6
        ORDER BY c.answer_due, c.id
        LIMIT $5");
    REPORTS_LATEST = lines!("
        WHERE c.track = 'wrongdoing' AND c.is_open = TRUE AND (c.answer_due, c.id) < ($1, $2)
            AND (c.organisation = $3 OR $3 = '')
            AND (c.kind = $4 OR $4 = '')
            AND c.track <> $6
        ORDER BY c.answer_due DESC, c.id DESC
        LIMIT $5");
    COUNT_REPORTS = "
        SELECT COUNT(*)
        FROM (
            SELECT id
            FROM case_state
            WHERE track = 'wrongdoing' AND is_open = TRUE AND (organisation = $1 OR $1 = '')
            ORDER BY answer_due, id
            LIMIT $2
        ) counted";
    WORKLOADS = "
        SELECT officer, COUNT(*), CAST(COALESCE(SUM(CASE WHEN answer_due < $2 THEN 1 ELSE 0 END), 0) AS BIGINT)
        FROM case_state
        WHERE organisation = $1 AND is_open = TRUE AND officer IS NOT NULL AND track <> $3
        GROUP BY officer
        ORDER BY officer
        LIMIT $4";
    BY_ID = lines!("
        WHERE c.id = $1");
}

/// Which cases a queue holds.
#[derive(Clone, Debug)]
pub enum Queue<'a> {
    /// The open cases of an organisation.
    Open(&'a OrganisationCode),
    /// The cases of an organisation in one stage.
    Stage(&'a OrganisationCode, &'a str),
    /// The open cases of an officer.
    Officer(StaffId),
    /// The cases that a mark puts before an organisation.
    Marked(&'a OrganisationCode, Mark),
    /// The open cases of an organisation whose officer may not sign in any more.
    LeftBehind(&'a OrganisationCode),
    /// All cases in arbitration, whoever had them. They are few.
    ArbitrationEverywhere,
    /// The open reports of wrongdoing of an organisation, or of all of them. They are few.
    Reports(Option<&'a OrganisationCode>),
}

/// What narrows a queue. Days are `YYYY-MM-DD`, both included; they narrow queues of open cases alone.
#[derive(Clone, Debug)]
pub struct Narrowing<'a> {
    /// Kind of filing; empty for all.
    pub kind: &'a str,
    /// First due day.
    pub due_from: &'a str,
    /// Last due day.
    pub due_until: &'a str,
    /// Whether reports of wrongdoing are among them.
    pub reports: Reports,
}

impl Narrowing<'static> {
    /// Narrows nothing.
    pub const fn nothing(reports: Reports) -> Self {
        Self {
            kind: "",
            due_from: "",
            due_until: "9999-12-31",
            reports,
        }
    }
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

/// The place after which a page begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Due day of the last case of the page before.
    pub answer_due: String,
    /// Its identifier.
    pub id: Uuid,
}

/// A case as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Identifier.
    pub id: CaseId,
    /// Reference.
    pub reference: String,
    /// Word of the kind.
    pub kind: String,
    /// Word of the channel.
    pub channel: String,
    /// Word of the stage.
    pub stage: String,
    /// Day the answer is due, `YYYY-MM-DD`.
    pub answer_due: String,
    /// The body that has it.
    pub organisation: String,
    /// The officer in charge.
    pub officer: Option<StaffId>,
    /// Their name.
    pub officer_name: Option<String>,
    /// Code of the subject.
    pub subject: Option<String>,
    /// Code of the territory.
    pub territory: Option<String>,
    /// The place in the filer's words.
    pub place: Option<String>,
    /// Code of the language of the filer's words.
    pub language: Option<String>,
    /// The line that names it.
    pub title: Option<String>,
    /// The first 200 characters of the filer's words.
    pub beginning: String,
    /// Whether the filer had it reopened and it is not answered again yet.
    pub is_reopened: bool,
    /// Word of the door by which it was filed.
    pub track: String,
    /// The day by which its filer was asked to reply, while it waits for that.
    pub question_due: Option<Date>,
}

/// What of the state of a case that waits for its filer stands in a list.
#[derive(Deserialize)]
struct Waiting {
    question_due: Option<Date>,
    #[serde(default)]
    question: Option<u32>,
    #[serde(default)]
    untold: BTreeMap<u32, Errand>,
}

impl Waiting {
    /// The day by which a reply is due from whoever was told of the question: before that no time runs.
    fn question_due(self) -> Option<Date> {
        self.question_due
            .filter(|_| !is_question_untold(self.question, &self.untold))
    }
}

/// A page of a queue: at most `limit` cases after `place`, or its first.
pub fn page(
    tx: &mut Tx<'_>,
    queue: &Queue<'_>,
    narrowing: &Narrowing<'_>,
    order: Order,
    place: Option<&Place>,
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    question(queue, narrowing, order, place, limit, |statement, asked| {
        tx.query_all(statement, asked, read)
    })
}

/// Says that [`page`] will be asked: see [`Tx::announce`].
pub fn announce_page(
    tx: &mut Tx<'_>,
    queue: &Queue<'_>,
    narrowing: &Narrowing<'_>,
    order: Order,
    place: Option<&Place>,
    limit: i64,
) -> Result<(), StoreError> {
    question(queue, narrowing, order, place, limit, |statement, asked| {
        tx.announce(statement, asked)
    })
}

/// The statement that reads a page, with its parameters, for `ask`.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each queue, read one by one"
)]
fn question<T>(
    queue: &Queue<'_>,
    narrowing: &Narrowing<'_>,
    order: Order,
    place: Option<&Place>,
    limit: i64,
    ask: impl FnOnce(&'static str, &[&dyn Param]) -> T,
) -> T {
    let Narrowing {
        kind,
        due_from,
        due_until,
        reports,
    } = *narrowing;
    let left_out = reports.left_out();
    // A page begins at the edge of what is asked for: what is due beyond it is not even passed over.
    let (start, end) = match order {
        Order::DueFirst => ((due_from, Uuid::nil()), due_until),
        Order::DueLast => ((due_until, Uuid::max()), due_from),
    };
    let (answer_due, id) = place.map_or(start, |place| (place.answer_due.as_str(), place.id));
    let either = |first, last| match order {
        Order::DueFirst => first,
        Order::DueLast => last,
    };
    match queue {
        Queue::Open(organisation) => {
            let organisation = organisation.as_str();
            if kind.is_empty() {
                let statement = either(OPEN_OF_ORGANISATION, OPEN_OF_ORGANISATION_LATEST);
                let asked: [&dyn Param; 6] =
                    [&organisation, &answer_due, &id, &end, &limit, &left_out];
                ask(statement, &asked)
            } else {
                let statement = either(
                    OPEN_OF_ORGANISATION_AND_KIND,
                    OPEN_OF_ORGANISATION_AND_KIND_LATEST,
                );
                let asked: [&dyn Param; 7] = [
                    &organisation,
                    &answer_due,
                    &id,
                    &end,
                    &limit,
                    &kind,
                    &left_out,
                ];
                ask(statement, &asked)
            }
        }
        Queue::Stage(organisation, stage) => {
            let organisation = organisation.as_str();
            if kind.is_empty() {
                let statement = either(STAGE_OF_ORGANISATION, STAGE_OF_ORGANISATION_LATEST);
                let asked: [&dyn Param; 6] =
                    [&organisation, stage, &answer_due, &id, &limit, &left_out];
                ask(statement, &asked)
            } else {
                let statement = either(
                    STAGE_OF_ORGANISATION_AND_KIND,
                    STAGE_OF_ORGANISATION_AND_KIND_LATEST,
                );
                let asked: [&dyn Param; 7] = [
                    &organisation,
                    stage,
                    &answer_due,
                    &id,
                    &limit,
                    &kind,
                    &left_out,
                ];
                ask(statement, &asked)
            }
        }
        Queue::Officer(officer) => ask(
            either(OPEN_OF_OFFICER, OPEN_OF_OFFICER_LATEST),
            &[
                &officer.as_uuid(),
                &answer_due,
                &id,
                &end,
                &limit,
                &kind,
                &left_out,
            ],
        ),
        Queue::Marked(organisation, mark) => ask(
            either(MARKED, MARKED_LATEST),
            &[
                &organisation.as_str(),
                &mark.as_str(),
                &answer_due,
                &id,
                &limit,
                &kind,
                &left_out,
            ],
        ),
        Queue::LeftBehind(organisation) => ask(
            either(LEFT_OF_ORGANISATION, LEFT_OF_ORGANISATION_LATEST),
            &[
                &organisation.as_str(),
                &answer_due,
                &id,
                &limit,
                &kind,
                &left_out,
            ],
        ),
        Queue::ArbitrationEverywhere => ask(
            either(ARBITRATION_EVERYWHERE, ARBITRATION_EVERYWHERE_LATEST),
            &[&answer_due, &id, &kind, &limit, &left_out],
        ),
        Queue::Reports(organisation) => {
            let organisation = organisation.map_or("", OrganisationCode::as_str);
            ask(
                either(REPORTS, REPORTS_LATEST),
                &[&answer_due, &id, &organisation, &kind, &limit, &left_out],
            )
        }
    }
}

/// How much an officer has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// Who.
    pub officer: StaffId,
    /// Open cases.
    pub open: i64,
    /// Those of them that were due before the day asked for.
    pub late: i64,
}

/// How much the officers of an organisation have to do who have anything, at most `limit`; late is what was due before
/// `today`, an ISO day.
pub fn workloads(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    today: &str,
    reports: Reports,
    limit: i64,
) -> Result<Vec<Load>, StoreError> {
    tx.query_all(
        WORKLOADS,
        &[&organisation.as_str(), &today, &reports.left_out(), &limit],
        |row| {
            Ok(Load {
                officer: StaffId::new(row.get(0)?),
                open: row.get(1)?,
                late: row.get(2)?,
            })
        },
    )
}

/// Reports counted at most.
const REPORTS_AT_MOST: i64 = 1_000;

/// How many open reports of wrongdoing there are, of an organisation or of all; a thousand at most.
pub fn count_reports(
    tx: &mut Tx<'_>,
    organisation: Option<&OrganisationCode>,
) -> Result<i64, StoreError> {
    let organisation = organisation.map_or("", OrganisationCode::as_str);
    let counted = tx.query_opt(COUNT_REPORTS, &[&organisation, &REPORTS_AT_MOST], |row| {
        row.get(0)
    })?;
    Ok(counted.unwrap_or(0))
}

/// Says that [`count_reports`] will be asked: see [`Tx::announce`].
pub fn announce_count_of_reports(
    tx: &mut Tx<'_>,
    organisation: Option<&OrganisationCode>,
) -> Result<(), StoreError> {
    let organisation = organisation.map_or("", OrganisationCode::as_str);
    tx.announce(COUNT_REPORTS, &[&organisation, &REPORTS_AT_MOST])
}

/// One case as a list shows it.
pub fn line(tx: &mut Tx<'_>, case: CaseId) -> Result<Option<Line>, StoreError> {
    tx.query_opt(BY_ID, &[&case.as_uuid()], read)
}

pub(crate) fn read(row: &crate::Row<'_>) -> Result<Line, StoreError> {
    let id = CaseId::new(row.get(0)?);
    let question_due = match row.get::<Option<String>>(17)? {
        Some(state) => crate::json::read::<Waiting>("case_state.state", id, &state)?.question_due(),
        None => None,
    };
    Ok(Line {
        id,
        reference: row.get(1)?,
        kind: row.get(2)?,
        channel: row.get(3)?,
        stage: row.get(4)?,
        answer_due: row.get(5)?,
        organisation: row.get(6)?,
        officer: row.get::<Option<Uuid>>(7)?.map(StaffId::new),
        subject: row.get(8)?,
        territory: row.get(9)?,
        place: row.get(10)?,
        language: row.get(11)?,
        title: row.get(12)?,
        beginning: row.get(13)?,
        is_reopened: row.get(14)?,
        track: row.get(15)?,
        officer_name: row.get(16)?,
        question_due,
    })
}

//! The cases behind a figure of a dashboard: open cases of a body, narrowed by when they are due, when they were filed and
//! whether anybody has begun, in the order in which they are due.

use chikaya_domain::id::OrganisationCode;
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    case::{
        Reports,
        queue::{self, Order, Place},
    },
    statements,
};

statements! {
    BEHIND = queue::lines!("
        WHERE c.organisation = $1 AND c.is_open = TRUE AND (c.answer_due, c.id) > ($2, $3)
            AND c.answer_due <= $4
            AND c.filed_at >= $6 AND c.filed_at < $7
            AND (c.stage IN ('filed', 'admissible', 'assigned') OR $8 = FALSE)
            AND c.track <> $9
        ORDER BY c.answer_due, c.id
        LIMIT $5");
    BEHIND_LATEST = queue::lines!("
        WHERE c.organisation = $1 AND c.is_open = TRUE AND (c.answer_due, c.id) < ($2, $3)
            AND c.answer_due >= $4
            AND c.filed_at >= $6 AND c.filed_at < $7
            AND (c.stage IN ('filed', 'admissible', 'assigned') OR $8 = FALSE)
            AND c.track <> $9
        ORDER BY c.answer_due DESC, c.id DESC
        LIMIT $5");
}

/// Which open cases. Days are `YYYY-MM-DD`, both included.
#[derive(Clone, Debug)]
pub struct Narrowed<'a> {
    /// First due day.
    pub due_from: &'a str,
    /// Last due day.
    pub due_until: &'a str,
    /// Filed at this instant or later, in microseconds since the epoch.
    pub filed_from: i64,
    /// Filed before this instant.
    pub filed_before: i64,
    /// Those alone that nobody has begun.
    pub is_not_begun: bool,
    /// Whether reports of wrongdoing are among them.
    pub reports: Reports,
}

/// A page of them: at most `limit` cases after `place`, or its first.
pub fn page(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    narrowed: &Narrowed<'_>,
    order: Order,
    place: Option<&Place>,
    limit: i64,
) -> Result<Vec<queue::Line>, StoreError> {
    let (statement, start, end) = match order {
        Order::DueFirst => (BEHIND, (narrowed.due_from, Uuid::nil()), narrowed.due_until),
        Order::DueLast => (
            BEHIND_LATEST,
            (narrowed.due_until, Uuid::max()),
            narrowed.due_from,
        ),
    };
    let (answer_due, id) = place.map_or(start, |place| (place.answer_due.as_str(), place.id));
    tx.query_all(
        statement,
        &[
            &organisation.as_str(),
            &answer_due,
            &id,
            &end,
            &limit,
            &narrowed.filed_from,
            &narrowed.filed_before,
            &narrowed.is_not_begun,
            &narrowed.reports.left_out(),
        ],
        queue::read,
    )
}

//! The legal clock as administrators keep it: calendar, policies, and due dates computed anew.

pub mod calendar;
pub mod policy;
pub mod recompute;

use chikaya_store::case::event;
use jiff::Timestamp;

use crate::{Clerks, Trouble};

impl Clerks {
    /// When the newest event that has its position was recorded. A clock that is behind it is wrong.
    pub async fn newest_event_at(&self) -> Result<Option<Timestamp>, Trouble> {
        self.read(|tx, _| Ok(event::newest(tx)?.map(|kept| kept.event.at)))
            .await
    }
}

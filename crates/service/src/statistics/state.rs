//! The state of the record that is counted now.

use chikaya_store::{Tx, case::event, follow, statistics::FOLLOWER};

use super::told::AsOf;
use crate::{Circumstances, Trouble};

/// The state of the record that is counted now.
pub(crate) fn as_of(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    is_sample: bool,
) -> Result<AsOf, Trouble> {
    let progress = follow::progress(tx, &FOLLOWER)?;
    let last = event::after(tx, progress.position - 1, 1)?;
    let at = last
        .first()
        .filter(|_| progress.position > 0)
        .map(|stored| stored.event.at);
    Ok(AsOf {
        edition: 0,
        position: progress.position,
        at,
        today: circumstances.today(),
        is_sample,
        is_partial: progress.rebuilds_until.is_some(),
    })
}

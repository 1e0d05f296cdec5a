//! The days of weekly rest, as the settings keep them.

use chikaya_store::{StoreError, Tx, setting};

/// The setting that names the days of weekly rest, as numbers from 1 (Monday) to 7, with commas between them.
pub(crate) const WEEKEND: &str = "calendar.weekend";

/// The setting that holds the pack's days of weekly rest, in the same form.
pub(super) const PACK_WEEKEND: &str = "pack.weekend";

/// Days of weekly rest as the settings hold them: see [`weekend`], which reads them.
pub(crate) fn weekend_text(days: &[i8]) -> String {
    days.iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(",")
}

/// Days of weekly rest, from 1 (Monday) to 7: as an administrator set them, else as the pack has them. An archive that
/// was filled before the pack had them has Saturday and Sunday.
pub(crate) fn weekend(tx: &mut Tx<'_>) -> Result<Vec<i8>, StoreError> {
    let set = match setting::find(tx, WEEKEND)? {
        Some(set) => Some(set),
        None => setting::find(tx, PACK_WEEKEND)?,
    };
    let text = set.unwrap_or_else(|| "6,7".to_owned());
    text.split(',')
        .filter(|day| !day.is_empty())
        .map(|day| {
            day.parse()
                .map_err(|_| StoreError::corrupt("the days of weekly rest"))
        })
        .collect()
}

//! Bytes of nobody: what a program that was killed between storing a file and noting it left behind.

use chikaya_domain::id::AttachmentId;
use chikaya_store::{Blobs, StoreError, attachment as files, setting, upload};
use uuid::{Builder, Uuid};

use crate::{Circumstances, Clerks, Trouble};

/// Youngest file that is looked at, in days of 24 hours: what is under way is no orphan.
const FROM_DAYS: i64 = 1;

/// Oldest file that is looked at, in days of 24 hours. All shelves are looked at within a few hours, so that nothing
/// older than this is left while a worker runs, and what is asked does not grow with the years.
const TO_DAYS: i64 = 30;

/// Files looked up in one transaction.
const BATCH: usize = 200;

/// The mark of the shelf that comes next.
const SHELF: &str = "files.shelf";

impl Clerks {
    /// Deletes files of one shelf of the storage that belong to nobody; answers how many. The next call
    /// looks at the next shelf.
    pub async fn sweep_files(&self) -> Result<u64, Trouble> {
        let (shelf, from, until) = self
            .write(|tx, circumstances| {
                let next = match setting::find(tx, SHELF)? {
                    None => 0,
                    Some(text) => text
                        .parse::<u16>()
                        .map_err(|_| StoreError::unreadable("setting.value", SHELF))?,
                };
                let shelf = next % Blobs::SHELVES;
                setting::put(tx, SHELF, &((shelf + 1) % Blobs::SHELVES).to_string())?;
                let shelf = u8::try_from(shelf).unwrap_or(0);
                Ok((
                    shelf,
                    first_of(circumstances, -TO_DAYS),
                    first_of(circumstances, -FROM_DAYS),
                ))
            })
            .await?;
        let mut swept = self.blobs().clear_broken_off(shelf, until).await?;
        let found = self.blobs().on_shelf(shelf, from..until).await?;
        for batch in found.chunks(BATCH) {
            let batch = batch.to_vec();
            let orphans = self
                .read(move |tx, _| {
                    let mut orphans = Vec::new();
                    for &id in &batch {
                        let is_known =
                            files::is_known(tx, AttachmentId::new(id))? || upload::is_part(tx, id)?;
                        if !is_known {
                            orphans.push(id);
                        }
                    }
                    Ok(orphans)
                })
                .await?;
            for orphan in orphans {
                self.blobs().delete(orphan).await?;
                swept += 1;
            }
        }
        Ok(swept)
    }
}

/// The smallest identifier of a file that came `days` times 24 hours from now.
fn first_of(circumstances: &Circumstances<'_>, days: i64) -> Uuid {
    let milliseconds = u64::try_from(circumstances.at_in_days(days) / 1_000).unwrap_or(0);
    Builder::from_unix_timestamp_millis(milliseconds, &[0; 10]).into_uuid()
}

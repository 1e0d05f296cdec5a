//! Forgetting mails with which nothing is to be done any more, the whole of each with what was noted of it.

use chikaya_domain::{id::AttachmentId, owner::Owner};
use chikaya_store::{attachment, mail_in};

use crate::{Clerks, Trouble};

/// Mails forgotten in one round at most; the next round goes on.
const ROUND: i64 = 200;

impl Clerks {
    /// Forgets mails whose time is over, some at a time; answers how many. The bytes go last: should that break off, nobody
    /// can reach them any more.
    pub async fn forget_mails(&self) -> Result<u64, Trouble> {
        let ended = self
            .read(|tx, circumstances| Ok(mail_in::ended(tx, circumstances.at(), ROUND)?))
            .await?;
        let mut forgotten = 0;
        for mail in ended {
            let was_there = self
                .write(move |tx, circumstances| {
                    if !mail_in::forget(tx, mail, circumstances.at())? {
                        return Ok(false);
                    }
                    let file = AttachmentId::new(mail.as_uuid());
                    attachment::remove(tx, Owner::Mail(mail), file)?;
                    Ok(true)
                })
                .await?;
            if was_there {
                forgotten += 1;
                self.blobs().delete(mail.as_uuid()).await?;
            }
        }
        Ok(forgotten)
    }
}

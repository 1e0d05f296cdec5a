//! Anchors: seals handed out of the house once a day (a line in a file, a mail, a page that is printed), so that a history
//! told anew, or an earlier state put back, is seen even when whoever did it has the house key.

use chikaya_domain::{
    Language,
    access::Action,
    person::{Contact, Email},
};
use chikaya_store::{
    record::seal::{self as seals, StoredSeal},
    setting,
};
use data_encoding::HEXLOWER;
use jiff::Timestamp;

use super::{
    check::{Break, Fault, Place},
    keep::Seal,
};
use crate::{
    Clerks, Trouble,
    message::order::{self, Order},
    staff::Officer,
};

/// The setting that holds the last day for which a seal was handed out.
const HANDED_OUT: &str = "record.handed-out";

/// The setting that holds the last day whose seal was written to the file.
const WRITTEN_DOWN: &str = "record.written-down";

/// Seals that the page shows.
const SHOWN: i64 = 30;

impl Seal {
    /// The word with which the line of a seal begins, and the version of what follows.
    pub const BEGINNING: &str = "chikaya-seal-1";

    /// The seal as one line of ASCII that anybody can keep: number, instant in UTC, events and root, lines of the audit
    /// trail and its head, and the seal itself.
    pub fn line(&self) -> String {
        let at = Timestamp::from_microsecond(self.at)
            .map_or_else(|_| self.at.to_string(), |at| at.to_string());
        format!(
            "{} {} {at} {} {} {} {} {}",
            Self::BEGINNING,
            self.number,
            self.position,
            HEXLOWER.encode(&self.root),
            self.audit_position,
            HEXLOWER.encode(&self.audit_head),
            HEXLOWER.encode(&self.digest),
        )
    }

    /// Reads a line that [`Self::line`] wrote, also out of a mail that quotes it; none when it is no such line.
    pub fn from_line(line: &str) -> Option<Self> {
        let mut parts = line.split_ascii_whitespace();
        parts.find(|part| *part == Self::BEGINNING)?;
        let number = parts.next()?.parse().ok()?;
        let at: Timestamp = parts.next()?.parse().ok()?;
        let bytes = |text: &str| HEXLOWER.decode(text.as_bytes()).ok();
        Some(Self {
            number,
            at: at.as_microsecond(),
            position: parts.next()?.parse().ok()?,
            root: bytes(parts.next()?)?,
            audit_position: parts.next()?.parse().ok()?,
            audit_head: bytes(parts.next()?)?,
            digest: bytes(parts.next()?)?,
        })
    }
}

/// What of handing out the seal of a day is still to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SealsDue {
    /// It is still to be sent.
    pub to_send: bool,
    /// It is still to be written to the file.
    pub to_write: bool,
}

/// The last days whose seals were handed out, as `YYYY-MM-DD`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandedOut {
    /// Sent, or nobody to send it to.
    pub sent: Option<String>,
    /// Written to the file.
    pub written: Option<String>,
}

impl Clerks {
    /// What of handing out the seal of today is still to be done.
    pub async fn seals_due(&self) -> Result<SealsDue, Trouble> {
        self.read(|tx, circumstances| {
            let today = circumstances.today().to_string();
            let is_due = |last: Option<String>| last.is_none_or(|last| last < today);
            Ok(SealsDue {
                to_send: is_due(setting::find(tx, HANDED_OUT)?),
                to_write: is_due(setting::find(tx, WRITTEN_DOWN)?),
            })
        })
        .await
    }

    /// The last days whose seals were handed out.
    pub async fn seals_handed_out(&self) -> Result<HandedOut, Trouble> {
        self.read(|tx, _| {
            Ok(HandedOut {
                sent: setting::find(tx, HANDED_OUT)?,
                written: setting::find(tx, WRITTEN_DOWN)?,
            })
        })
        .await
    }

    /// Notes that the seal of today was written to the file.
    pub async fn note_seal_written(&self) -> Result<(), Trouble> {
        self.write(|tx, circumstances| {
            Ok(setting::put(
                tx,
                WRITTEN_DOWN,
                &circumstances.today().to_string(),
            )?)
        })
        .await
    }

    /// Notes that a seal was handed out today, and sends it to whoever keeps it, in their language. Of two that do so
    /// at once one does.
    pub async fn hand_out_seal(
        &self,
        seal: Seal,
        keepers: Vec<Email>,
        language: Language,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let today = circumstances.today().to_string();
            let is_ours = match setting::find(tx, HANDED_OUT)? {
                Some(last) if last >= today => false,
                Some(last) => setting::advance(tx, HANDED_OUT, &last, &today)?,
                None => setting::put_once(tx, HANDED_OUT, &today)? == today,
            };
            if !is_ours {
                return Ok(());
            }
            for keeper in &keepers {
                order::push(
                    tx,
                    circumstances,
                    &Order::Seal {
                        to: Contact::Email(keeper.clone()),
                        line: seal.line(),
                        language,
                    },
                )?;
            }
            Ok(())
        })
        .await
    }

    /// The newest seals, newest first, for auditors.
    pub async fn seals(&self, officer: Officer) -> Result<Vec<Seal>, Trouble> {
        officer.must_be_allowed(Action::ReadAudit)?;
        self.read(|tx, _| {
            let newest = seals::newest(tx)?.map_or(0, |seal| seal.number);
            let mut found = seals::after(tx, newest - SHOWN, SHOWN)?;
            found.reverse();
            Ok(found.into_iter().map(Seal::from).collect())
        })
        .await
    }

    /// Compares seals that were handed out with those in the archive.
    pub async fn check_anchors(&self, anchors: Vec<Seal>) -> Result<Vec<Break>, Trouble> {
        self.read(move |tx, _| {
            let mut breaks = Vec::new();
            for anchor in &anchors {
                let kept: Option<StoredSeal> =
                    seals::after(tx, anchor.number - 1, 1)?.into_iter().next();
                if kept.map(Seal::from).as_ref() != Some(anchor) {
                    breaks.push(Break {
                        place: Place::Seal(anchor.number),
                        fault: Fault::AnchorGone,
                    });
                }
            }
            Ok(breaks)
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_comes_back_as_the_seal_it_was() {
        let seal = Seal {
            number: 12,
            at: 1_773_346_440_123_456,
            position: 4_711,
            root: vec![7; 32],
            audit_position: 3,
            audit_head: vec![8; 32],
            digest: vec![9; 32],
        };
        let line = seal.line();
        assert!(line.starts_with("chikaya-seal-1 12 2026-03-12T20:14:00.123456Z 4711 0707"));
        assert_eq!(Seal::from_line(&line), Some(seal.clone()));
        assert_eq!(Seal::from_line(&format!("> {line}  ")), Some(seal));
        assert_eq!(Seal::from_line("chikaya-seal-1 12 yesterday"), None);
        assert_eq!(Seal::from_line(""), None);
    }
}

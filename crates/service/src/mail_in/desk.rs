//! Mails that wait, at the desk: who may see them, what they say, and what is done with them. Each act, and each look at a
//! whole mail, stands on the audit trail.

use chikaya_domain::{
    access::{self, Action, Standing},
    case::{Command, Stage},
    id::{CaseId, MailId},
    mail::MailReason,
    owner::Audience,
    reference::Reference,
};
use chikaya_language::quoted::{self, Part};
use chikaya_store::{
    StoreError, Tx,
    case::state,
    mail_in::{self, Settled, StoredMail},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    letter::{Letter, Unread},
    receive::sender_digest,
    settle::{SETTLED_DAYS, settle, with_notes},
    trail::note,
};
use crate::{
    Circumstances, Clerks, Trouble,
    attachment::{Content, Destination},
    case::{act::permit, record},
    staff::Officer,
};

/// Mails on a page.
const PAGE: usize = 25;

/// Mails looked through for one page at most.
const LOOKED_THROUGH: usize = 1_000;

/// Mails asked for at once.
const BATCH: i64 = 200;

/// A mail that waits. Its `Debug` shows nothing of its sender and of its words.
#[derive(Clone, PartialEq, Eq)]
pub struct WaitingMail {
    /// Identifier.
    pub id: MailId,
    /// The address it says to come from; of a mail of ours that came back the one that does not take it.
    pub sender: String,
    /// Its subject; of a mail of ours that came back the server's code.
    pub subject: String,
    /// How its text begins.
    pub beginning: String,
    /// Why it waits.
    pub reason: MailReason,
    /// The case it is about, if it is known.
    pub reference: Option<Reference>,
    /// When it came.
    pub received_at: Timestamp,
}

impl std::fmt::Debug for WaitingMail {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "WaitingMail({}, {})", self.id, self.reason)
    }
}

/// A page of them.
#[derive(Clone, Debug)]
pub struct MailPage {
    /// Mails, the newest first.
    pub mails: Vec<WaitingMail>,
    /// Where the next page begins.
    pub next: Option<String>,
}

/// A part of what a mail says.
#[derive(Clone, PartialEq, Eq)]
pub struct MailPart {
    /// Whether it looks quoted.
    pub is_quoted: bool,
    /// The words.
    pub words: String,
}

/// A whole mail that waits.
#[derive(Clone)]
pub struct WholeMail {
    /// What is known of it.
    pub mail: WaitingMail,
    /// What it says, part by part; nothing where it cannot be read.
    pub parts: Vec<MailPart>,
    /// Names of its files, as labels.
    pub files: Vec<String>,
    /// Keys of the sentences for what of it is not shown.
    pub left_out: Vec<&'static str>,
    /// How long it is, in bytes.
    pub bytes: i64,
}

impl Clerks {
    /// Mails that wait and that an officer may see, after a place that a page named.
    pub async fn mails_waiting(
        &self,
        officer: Officer,
        after: Option<String>,
    ) -> Result<MailPage, Trouble> {
        officer.must_be_allowed(Action::ReviewMail)?;
        self.read(move |tx, circumstances| page(tx, circumstances, &officer, after.as_deref()))
            .await
    }

    /// A whole mail. The trail says who looked at it.
    pub async fn waiting_mail(&self, officer: Officer, id: MailId) -> Result<WholeMail, Trouble> {
        officer.must_be_allowed(Action::ReviewMail)?;
        let asker = officer.clone();
        let stored = self
            .write(move |tx, circumstances| {
                let stored = find(tx, circumstances, &asker, id)?;
                note(tx, circumstances, &asker, ("mail.open", id, None))?;
                Ok((shown(tx, &stored)?, stored.bytes))
            })
            .await?;
        let (mail, bytes) = stored;
        Ok(match self.letter_of(id).await? {
            Ok(letter) => WholeMail {
                parts: parts(&letter.words),
                files: letter.files.into_iter().map(|file| file.name).collect(),
                left_out: letter.left_out.iter().map(|left| left.key()).collect(),
                mail,
                bytes,
            },
            Err(Unread::TooManyParts | Unread::NoMail) => WholeMail {
                parts: Vec::new(),
                files: Vec::new(),
                left_out: Vec::new(),
                mail,
                bytes,
            },
        })
    }

    /// Whether a mail waits that an officer may see.
    pub async fn mail_waits(&self, officer: Officer, id: MailId) -> Result<bool, Trouble> {
        self.read(
            move |tx, circumstances| match find(tx, circumstances, &officer, id) {
                Ok(_) => Ok(true),
                Err(Trouble::NotFound | Trouble::Stale) => Ok(false),
                Err(trouble) => Err(trouble),
            },
        )
        .await
    }

    /// The mail as it came, byte for byte. The trail says who took it.
    pub async fn original_of_mail(&self, officer: Officer, id: MailId) -> Result<Content, Trouble> {
        officer.must_be_allowed(Action::ReviewMail)?;
        self.write(move |tx, circumstances| {
            find(tx, circumstances, &officer, id)?;
            note(tx, circumstances, &officer, ("mail.take", id, None))
        })
        .await?;
        let (bytes, pieces) = self.blobs().read(id.as_uuid()).await?;
        Ok(Content { bytes, pieces })
    }

    /// Adds a mail to a case, in the officer's name: as the reply to the question that waits, else as a note for colleagues,
    /// since nobody has shown that the filer wrote it. Its files are for colleagues alone.
    pub async fn join_mail(
        &self,
        officer: Officer,
        id: MailId,
        reference: Reference,
    ) -> Result<(), Trouble> {
        let letter = self.letter_to_act_on(&officer, id).await?;
        let destination = Destination::Desk(
            Box::new(officer.clone()),
            reference.clone(),
            Audience::Colleagues,
        );
        // Asked before a file is kept, so that nothing is left at a case to which the mail then is not added.
        let (asker, wanted) = (officer.clone(), reference.clone());
        self.read(move |tx, circumstances| {
            let stored = state::find_by_reference(tx, &wanted)?.ok_or(Trouble::NotFound)?;
            permit(
                circumstances.country,
                &asker,
                &stored.case,
                Action::ReviewMail,
            )
        })
        .await?;
        let refused = self.attach_all(&destination, &letter.files).await?;
        self.write(move |tx, circumstances| {
            let mail = find(tx, circumstances, &officer, id)?;
            let mut stored = state::find_by_reference(tx, &reference)?.ok_or(Trouble::NotFound)?;
            let action = Action::ReviewMail;
            permit(circumstances.country, &officer, &stored.case, action)?;
            let words = with_notes(officer.language, &letter.words, &letter.left_out, &refused);
            let words = format!("{}\n\n{words}", mail.sender.as_deref().unwrap_or_default());
            let mut texts = Vec::new();
            let document = record::write_down(&mut texts, circumstances, &words, None);
            let command = if stored.case.stage == Stage::Waiting {
                Command::Reply { document }
            } else {
                Command::Note { document }
            };
            let actor = officer.actor();
            record::carry_out(tx, circumstances, &mut stored, &command, &actor, &texts)?;
            let case = Some(stored.case.id);
            settled(tx, circumstances, &mail, ("joined", None, case))?;
            let joined = Some(reference.as_str());
            note(tx, circumstances, &officer, ("mail.join", id, joined))
        })
        .await
    }

    /// Begins a filing from a mail and tells its sender how to complete it.
    pub async fn begin_filing_of_mail(&self, officer: Officer, id: MailId) -> Result<(), Trouble> {
        let letter = self.letter_to_act_on(&officer, id).await?;
        let sender = letter
            .from
            .clone()
            .ok_or(Trouble::NotAcceptable("error-mail-in-no-sender"))?;
        self.begin_from_mail(id, &letter, sender, Some(officer))
            .await
    }

    /// Notes that a mail concerns nobody here, or that what it says was seen to.
    pub async fn leave_mail(&self, officer: Officer, id: MailId) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ReviewMail)?;
        self.write(move |tx, circumstances| {
            let mail = find(tx, circumstances, &officer, id)?;
            let reason = Some(MailReason::NotOurs);
            settled(tx, circumstances, &mail, ("left", reason, mail.case))?;
            note(tx, circumstances, &officer, ("mail.leave", id, None))
        })
        .await
    }

    /// A mail that an officer may do something with, read.
    async fn letter_to_act_on(&self, officer: &Officer, id: MailId) -> Result<Letter, Trouble> {
        officer.must_be_allowed(Action::ReviewMail)?;
        let asker = officer.clone();
        self.read(move |tx, circumstances| find(tx, circumstances, &asker, id).map(drop))
            .await?;
        self.letter_of(id)
            .await?
            .map_err(|_| Trouble::NotAcceptable("error-mail-in-unreadable"))
    }
}

/// A text part by part: what it says itself, and what it repeats of the mail to which it replies.
pub fn parts(words: &str) -> Vec<MailPart> {
    quoted::parts(words)
        .into_iter()
        .map(|part| {
            let (is_quoted, words) = match part {
                Part::Own(words) => (false, words),
                Part::Quoted(words) => (true, words),
            };
            MailPart {
                is_quoted,
                words: words.trim().to_owned(),
            }
        })
        .filter(|part| !part.words.is_empty())
        .collect()
}

/// Whether an officer may see a mail: by its case; one without a case is the reform authority's, which hands on what has come
/// to the wrong door.
fn may_see(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    case: Option<CaseId>,
) -> Result<bool, Trouble> {
    let Some(case) = case else {
        return Ok(access::allows(
            officer.role,
            Action::ReviewMail,
            Standing::Other,
        ));
    };
    let Some(stored) = state::find(tx, case)? else {
        return Ok(false);
    };
    Ok(permit(
        circumstances.country,
        officer,
        &stored.case,
        Action::ReviewMail,
    )
    .is_ok())
}

/// A mail that waits, if an officer may see it.
fn find(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    id: MailId,
) -> Result<StoredMail, Trouble> {
    let stored = mail_in::find(tx, id)?.ok_or(Trouble::NotFound)?;
    if !may_see(tx, circumstances, officer, stored.case)? {
        return Err(Trouble::NotFound);
    }
    if stored.state != "waiting" {
        return Err(Trouble::Stale);
    }
    Ok(stored)
}

fn page(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    after: Option<&str>,
) -> Result<MailPage, Trouble> {
    let mut before = after.and_then(place).unwrap_or((i64::MAX, Uuid::max()));
    let mut mails: Vec<WaitingMail> = Vec::new();
    let mut looked = 0;
    loop {
        let found = mail_in::waiting(tx, before, BATCH)?;
        let count = found.len();
        for stored in found {
            if mails.len() == PAGE {
                let next = Some(format!("{}.{}", before.0, before.1.simple()));
                return Ok(MailPage { mails, next });
            }
            before = (stored.received_at, stored.id.as_uuid());
            looked += 1;
            if may_see(tx, circumstances, officer, stored.case)? {
                mails.push(shown(tx, &stored)?);
            }
        }
        if i64::try_from(count) != Ok(BATCH) {
            return Ok(MailPage { mails, next: None });
        }
        if looked >= LOOKED_THROUGH {
            let next = Some(format!("{}.{}", before.0, before.1.simple()));
            return Ok(MailPage { mails, next });
        }
    }
}

fn shown(tx: &mut Tx<'_>, stored: &StoredMail) -> Result<WaitingMail, Trouble> {
    let reference = match stored.case {
        Some(case) => state::find(tx, case)?.map(|stored| stored.case.reference),
        None => None,
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Ok(WaitingMail {
        id: stored.id,
        sender: text(&stored.sender),
        subject: text(&stored.subject),
        beginning: text(&stored.beginning),
        reason: stored
            .reason
            .as_deref()
            .and_then(MailReason::from_word)
            .ok_or_else(|| StoreError::unreadable("mail_in.reason", stored.id))?,
        reference,
        received_at: Timestamp::from_microsecond(stored.received_at)
            .map_err(|_| StoreError::unreadable("mail_in.received_at", stored.id))?,
    })
}

fn settled(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    mail: &StoredMail,
    (state, reason, case): (&str, Option<MailReason>, Option<CaseId>),
) -> Result<(), Trouble> {
    let sender = mail.sender.as_deref().unwrap_or_default();
    let stays = state == "joined";
    let settled = Settled {
        state,
        reason: reason.map(MailReason::as_str),
        case,
        answered: false,
        sender_hash: &sender_digest(circumstances.key, sender),
        expires_at: (!stays).then(|| circumstances.at_in_days(SETTLED_DAYS)),
    };
    settle(tx, mail.id, settled)
}

fn place(after: &str) -> Option<(i64, Uuid)> {
    let (at, id) = after.split_once('.')?;
    Some((at.parse().ok()?, Uuid::try_parse(id).ok()?))
}

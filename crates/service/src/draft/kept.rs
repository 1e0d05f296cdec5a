//! Drafts at the portal, whatever is written in them: begun, found by their link, changed under a version, thrown away.

use chikaya_domain::{id::DraftId, owner::Owner};
use chikaya_store::{StoreError, Tx, attachment, draft as drafts};
use jiff::Timestamp;

use super::{
    content::{read, write},
    written::Written,
};
use crate::{Circumstances, Clerks, Trouble, attachment::Attachment, token::Token};

/// Expired drafts thrown away in one round at most; the next round goes on.
const ROUND: i64 = 200;

/// How long an untouched draft is kept, in days.
pub const DRAFT_DAYS: i64 = 30;

/// A draft as a page shows it.
#[derive(Clone, Debug)]
pub struct Draft<W> {
    /// Identifier; also the key under which what comes of it is recognised.
    pub id: DraftId,
    /// What was typed.
    pub content: W,
    /// Version, for changes by two tabs.
    pub version: i64,
    /// The files added so far.
    pub files: Vec<Attachment>,
}

/// What a draft's link leads to.
#[derive(Clone, Debug)]
pub enum DraftState<W> {
    /// Still being typed.
    Open(Box<Draft<W>>),
    /// Sent.
    Filed,
}

/// What became of the words of a step.
#[derive(Clone, Debug)]
pub enum Changed<W> {
    /// They are in the draft, which is this now.
    Kept(Box<W>),
    /// The step was changed meanwhile on another page; this is the draft, in which the words are not.
    Meanwhile(Box<W>),
}

/// What became of what was typed elsewhere and laid down here whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Laid {
    /// It stands in a draft, which is sent on from here.
    Open {
        /// How many files the draft has.
        files: usize,
    },
    /// The draft was sent before, as it stood then.
    Filed,
}

impl Clerks {
    /// Lays down what was typed elsewhere as the draft of a token that whoever typed it derived from a secret of theirs,
    /// over whatever stood there, expired or not. What was sent stays as it was sent: laid down twice, before and after, it is
    /// one filing.
    pub async fn lay_draft<W: Written>(&self, token: Token, content: W) -> Result<Laid, Trouble> {
        self.write(move |tx, circumstances| {
            let known = drafts::find(tx, &token.digest())?;
            let Some(known) = known.filter(|known| known.kind == W::KIND) else {
                insert(tx, circumstances, &token, &content)?;
                return Ok(Laid::Open { files: 0 });
            };
            if known.filed_as.is_some() {
                return Ok(Laid::Filed);
            }
            put(tx, circumstances, &known, &content)?;
            let files = attachment::list(tx, Owner::Draft(known.id))?.len();
            Ok(Laid::Open { files })
        })
        .await
    }

    /// Begins a draft; answers the word in its link.
    pub async fn open_draft<W: Written>(&self, content: W) -> Result<Token, Trouble> {
        let token = Token::draw(self.identifiers());
        self.write(move |tx, circumstances| {
            insert(tx, circumstances, &token, &content)?;
            Ok(token.clone())
        })
        .await
    }

    /// Begins the draft of a page, or goes on with it when the page is sent once more, by a second press or after the
    /// browser's way back: then `again` changes it. `page` stands for the page and is nobody's to guess. What was sent
    /// already stays, and another draft is begun.
    pub async fn begin_draft<W: Written>(
        &self,
        page: &[u8; 32],
        content: W,
        again: impl Fn(&mut W) + Send + 'static,
    ) -> Result<Token, Trouble> {
        let own = Token::of_digest(page);
        let other = Token::draw(self.identifiers());
        self.write(move |tx, circumstances| {
            let known = find(tx, circumstances, W::KIND, &own);
            let token = match known {
                Ok(stored) if stored.filed_as.is_none() => {
                    change(tx, circumstances, &own, &again)?;
                    return Ok(own.clone());
                }
                Err(Trouble::NotFound) => own.clone(),
                Ok(_) | Err(Trouble::Expired) => other.clone(),
                Err(trouble) => return Err(trouble),
            };
            insert(tx, circumstances, &token, &content)?;
            Ok(token)
        })
        .await
    }

    /// The draft behind a link.
    pub async fn draft<W: Written>(&self, token: Token) -> Result<DraftState<W>, Trouble> {
        self.read(move |tx, circumstances| {
            let stored = find(tx, circumstances, W::KIND, &token)?;
            if stored.filed_as.is_some() {
                return Ok(DraftState::Filed);
            }
            Ok(DraftState::Open(Box::new(Draft {
                id: stored.id,
                content: read(stored.id, &stored.content)?,
                version: stored.version,
                files: attachment::list(tx, Owner::Draft(stored.id))?
                    .into_iter()
                    .map(Attachment::from)
                    .collect(),
            })))
        })
        .await
    }

    /// Changes a draft as it is now.
    pub async fn change_draft<W: Written>(
        &self,
        token: Token,
        change: impl Fn(&mut W) + Send + 'static,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| self::change(tx, circumstances, &token, &change))
            .await
    }

    /// Keeps what a step brought, unless the step was changed meanwhile: `mark` is [`Written::mark`] as the page showed
    /// it. What is derived from the step's answers is derived anew.
    pub async fn change_step<W: Written>(
        &self,
        token: Token,
        step: W::Step,
        mark: Option<String>,
        change: impl Fn(&mut W) + Send + 'static,
    ) -> Result<Changed<W>, Trouble> {
        self.write(move |tx, circumstances| {
            let (stored, before) = open::<W>(tx, circumstances, &token)?;
            let mut after = before.clone();
            change(&mut after);
            if let Some(mark) = &mark {
                let now = before.mark(step);
                // A page on which nothing was changed takes nothing away from another.
                if now != *mark && after.mark(step) == *mark {
                    return Ok(Changed::Kept(Box::new(before)));
                }
                if now != *mark && after.mark(step) != now {
                    return Ok(Changed::Meanwhile(Box::new(before)));
                }
            }
            after.derive_anew(&before, circumstances.country);
            put(tx, circumstances, &stored, &after)?;
            Ok(Changed::Kept(Box::new(after)))
        })
        .await
    }

    /// Throws away drafts of every kind that expired, with their files, some at a time; answers how many. The bytes go
    /// last: should that break off, nobody can reach them any more.
    pub async fn forget_expired_drafts(&self) -> Result<u64, Trouble> {
        let expired = self
            .read(|tx, circumstances| Ok(drafts::expired(tx, circumstances.at(), ROUND)?))
            .await?;
        let mut forgotten = 0;
        for draft in expired {
            let files = self
                .write(move |tx, circumstances| {
                    // It may have been written in, or filed, since it was found.
                    if !drafts::delete(tx, draft, circumstances.at())? {
                        return Ok(None);
                    }
                    let owner = Owner::Draft(draft);
                    let files = attachment::list(tx, owner)?;
                    for file in &files {
                        attachment::remove(tx, owner, file.id)?;
                    }
                    Ok(Some(files))
                })
                .await?;
            let Some(files) = files else {
                continue;
            };
            forgotten += 1;
            for file in files {
                self.blobs().delete(file.id.as_uuid()).await?;
            }
        }
        Ok(forgotten)
    }
}

/// Keeps a new draft.
pub(crate) fn insert<W: Written>(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
    content: &W,
) -> Result<(), Trouble> {
    let new = drafts::NewDraft {
        id: DraftId::new(circumstances.uuid()),
        kind: W::KIND,
        token_hash: &token.digest(),
        content: &write(content)?,
        at: circumstances.at(),
        expires_at: circumstances.at_in_days(DRAFT_DAYS),
    };
    Ok(drafts::insert(tx, new)?)
}

/// The stored draft of a kind behind a token; one of another kind is none, and expired ones are gone.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    kind: &str,
    token: &Token,
) -> Result<drafts::StoredDraft, Trouble> {
    let stored = drafts::find(tx, &token.digest())?
        .filter(|stored| stored.kind == kind)
        .ok_or(Trouble::NotFound)?;
    if stored.filed_as.is_none() && stored.expires_at < circumstances.at() {
        return Err(Trouble::Expired);
    }
    Ok(stored)
}

/// The instant that a draft has in a column.
pub(super) fn moment(draft: DraftId, at: i64) -> Result<Timestamp, Trouble> {
    Timestamp::from_microsecond(at)
        .map_err(|_| StoreError::unreadable("draft.expires_at", draft).into())
}

/// Changes what is written in a draft.
pub(crate) fn change<W: Written>(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
    change: impl Fn(&mut W),
) -> Result<(), Trouble> {
    let (stored, mut content) = open(tx, circumstances, token)?;
    change(&mut content);
    put(tx, circumstances, &stored, &content)
}

/// A draft that was not sent, with what was typed.
fn open<W: Written>(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
) -> Result<(drafts::StoredDraft, W), Trouble> {
    let stored = find(tx, circumstances, W::KIND, token)?;
    if stored.filed_as.is_some() {
        return Err(Trouble::Stale);
    }
    let content = read(stored.id, &stored.content)?;
    Ok((stored, content))
}

/// Writes what was typed over the version that was read.
fn put<W: Written>(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &drafts::StoredDraft,
    content: &W,
) -> Result<(), Trouble> {
    let until = circumstances.at_in_days(DRAFT_DAYS);
    let content = write(content)?;
    if drafts::update(tx, stored.id, stored.version, &content, until)? {
        Ok(())
    } else {
        Err(Trouble::Stale)
    }
}

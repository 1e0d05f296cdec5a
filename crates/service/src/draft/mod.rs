//! Drafts: a filing typed step by step, kept at the portal behind a link, sent once.

mod content;
pub mod desk;
mod step;

use chikaya_domain::{
    case::{Actor, Channel},
    id::{CaseId, DraftId},
    owner::Owner,
    person::{Category, Contact},
};
use chikaya_store::{StoreError, Tx, attachment, draft as drafts};

pub use self::{
    content::DraftContent,
    step::{Changed, Step},
};
use crate::{
    Circumstances, Clerks, Trouble,
    attachment::Attachment,
    case::file::{Filer, Filing, Origin, Receipt},
    token::Token,
};

/// Expired drafts thrown away in one round at most; the next round goes on.
const ROUND: i64 = 200;

/// How long an untouched draft is kept, in days.
pub const DRAFT_DAYS: i64 = 30;

/// A draft as a page shows it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Identifier; also the key under which the filing is recognised.
    pub id: DraftId,
    /// What was typed.
    pub content: DraftContent,
    /// Version, for changes by two tabs.
    pub version: i64,
    /// The files added so far.
    pub files: Vec<Attachment>,
}

/// What a draft's link leads to.
#[derive(Clone, Debug)]
pub enum DraftState {
    /// Still being typed.
    Open(Box<Draft>),
    /// Sent.
    Filed,
}

/// What a browser can show for a receipt.
#[derive(Clone, Debug)]
pub struct Holder {
    /// A digest of what stands for the browser.
    pub browser: [u8; 32],
    /// The cases it has opened.
    pub cases: Vec<CaseId>,
}

impl Clerks {
    /// Begins a draft; answers the word in its link.
    pub async fn open_draft(&self, content: DraftContent) -> Result<Token, Trouble> {
        let token = Token::draw(self.identifiers());
        let digest = token.digest();
        self.write(move |tx, circumstances| {
            drafts::insert(
                tx,
                DraftId::new(circumstances.uuid()),
                &digest,
                &write(&content)?,
                circumstances.at(),
                circumstances.at_in_days(DRAFT_DAYS),
            )?;
            Ok(())
        })
        .await?;
        Ok(token)
    }

    /// The draft behind a link.
    pub async fn draft(&self, token: Token) -> Result<DraftState, Trouble> {
        self.read(move |tx, circumstances| {
            let stored = find(tx, circumstances, &token)?;
            if stored.filed_as.is_some() {
                return Ok(DraftState::Filed);
            }
            Ok(DraftState::Open(Box::new(Draft {
                id: stored.id,
                content: read(&stored.content)?,
                version: stored.version,
                files: attachment::list(tx, Owner::Draft(stored.id))?
                    .into_iter()
                    .map(Attachment::from)
                    .collect(),
            })))
        })
        .await
    }

    /// The receipt of what was filed from a draft, for the browser that filed it or has opened the case: it carries the
    /// access code. `Ok(None)` for any other browser, and for a draft that was not filed.
    pub async fn receipt_of_draft(
        &self,
        token: Token,
        holder: Holder,
    ) -> Result<Option<Receipt>, Trouble> {
        let key = self
            .read(move |tx, circumstances| {
                let stored = find(tx, circumstances, &token)?;
                let is_held = stored.filed_by.as_deref() == Some(&holder.browser[..])
                    || stored
                        .filed_as
                        .is_some_and(|case| holder.cases.contains(&case));
                Ok((stored.filed_as.is_some() && is_held).then(|| stored.id.to_string()))
            })
            .await?;
        match key {
            Some(key) => Ok(Some(self.receipt(key).await?)),
            None => Ok(None),
        }
    }

    /// Changes a draft as it is now.
    pub async fn change_draft(
        &self,
        token: Token,
        change: impl Fn(&mut DraftContent) + Send + 'static,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| self::change(tx, circumstances, &token, &change))
            .await
    }

    /// Keeps what a step brought, unless the step was changed meanwhile: `mark` is [`DraftContent::mark`] as the page
    /// showed it. What is derived from the step's answers is derived anew.
    pub async fn change_step(
        &self,
        token: Token,
        step: Step,
        mark: Option<String>,
        change: impl Fn(&mut DraftContent) + Send + 'static,
    ) -> Result<Changed, Trouble> {
        self.write(move |tx, circumstances| {
            let (stored, before) = open(tx, circumstances, &token)?;
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

    /// Throws away drafts that expired, with their files, some at a time; answers how many. The bytes go last: should
    /// that break off, nobody can reach them any more.
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

    /// Files a draft whose content was checked by the caller, as it was then: [`Trouble::Stale`] when it was changed
    /// since. Sent twice, it answers with one receipt. `browser` is a digest of what stands for the browser.
    pub async fn file_draft(
        &self,
        draft: &Draft,
        filer: Filer,
        details: Vec<(String, String)>,
        browser: [u8; 32],
    ) -> Result<Receipt, Trouble> {
        let content = &draft.content;
        let place = content.place.trim();
        self.file(Filing {
            key: Some(draft.id.to_string()),
            draft: Some(Origin {
                draft: draft.id,
                version: draft.version,
                browser,
            }),
            kind: content.kind,
            channel: Channel::Web,
            language: content.language,
            category: content.category.unwrap_or(Category::Person),
            subject: content.subject.clone(),
            territory: content.territory.clone(),
            coordinates: content.point(),
            place: (!place.is_empty()).then(|| place.to_owned()),
            organisation: content.organisation.clone(),
            title: None,
            text: content.text.clone(),
            details,
            filer,
            actor: Actor::Filer,
            is_sample: self.is_demo(),
        })
        .await
    }
}

/// The stored draft behind a token; expired ones are gone.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
) -> Result<drafts::StoredDraft, Trouble> {
    let stored = drafts::find(tx, &token.digest())?.ok_or(Trouble::NotFound)?;
    if stored.filed_as.is_none() && stored.expires_at < circumstances.at() {
        return Err(Trouble::Expired);
    }
    Ok(stored)
}

/// Notes in a draft that a contact is proven.
pub(crate) fn note_proven(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
    contact: &Contact,
) -> Result<(), Trouble> {
    change(tx, circumstances, token, |content| {
        content.verified = Some(contact.value().to_owned());
    })
}

fn change(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
    change: impl Fn(&mut DraftContent),
) -> Result<(), Trouble> {
    let (stored, mut content) = open(tx, circumstances, token)?;
    change(&mut content);
    put(tx, circumstances, &stored, &content)
}

/// A draft that was not filed, with what was typed.
fn open(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
) -> Result<(drafts::StoredDraft, DraftContent), Trouble> {
    let stored = find(tx, circumstances, token)?;
    if stored.filed_as.is_some() {
        return Err(Trouble::Stale);
    }
    let content = read(&stored.content)?;
    Ok((stored, content))
}

/// Writes what was typed over the version that was read.
fn put(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &drafts::StoredDraft,
    content: &DraftContent,
) -> Result<(), Trouble> {
    let until = circumstances.at_in_days(DRAFT_DAYS);
    let content = write(content)?;
    if drafts::update(tx, stored.id, stored.version, &content, until)? {
        Ok(())
    } else {
        Err(Trouble::Stale)
    }
}

fn write(content: &DraftContent) -> Result<String, Trouble> {
    serde_json::to_string(content).map_err(|_| StoreError::corrupt("the content of a draft").into())
}

fn read(content: &str) -> Result<DraftContent, Trouble> {
    serde_json::from_str(content).map_err(|_| StoreError::corrupt("the content of a draft").into())
}

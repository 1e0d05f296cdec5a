//! Sending a draft: it becomes a case, and its receipt is shown to whoever sent it.

use chikaya_domain::{
    case::{Actor, Channel},
    id::CaseId,
    person::{Category, Contact},
};
use chikaya_store::Tx;

use super::typed::TypedFiling;
use crate::{
    Circumstances, Clerks, Trouble,
    case::file::{Filer, Filing, Origin, Receipt},
    draft::{
        kept::{self, Draft},
        written::Written as _,
    },
    token::Token,
};

/// A filing that is not sent yet.
pub type FilingDraft = Draft<TypedFiling>;

/// What a browser can show for a receipt.
#[derive(Clone, Debug)]
pub struct Holder {
    /// A digest of what stands for the browser.
    pub browser: [u8; 32],
    /// The cases it has opened.
    pub cases: Vec<CaseId>,
}

impl Clerks {
    /// The receipt of what was filed from a draft, for the browser that filed it or has opened the case: it carries the
    /// access code. `Ok(None)` for any other browser, and for a draft that was not filed.
    pub async fn receipt_of_draft(
        &self,
        token: Token,
        holder: Holder,
    ) -> Result<Option<Receipt>, Trouble> {
        let key = self
            .read(move |tx, circumstances| {
                let stored = kept::find(tx, circumstances, TypedFiling::KIND, &token)?;
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

    /// Files a draft whose content was checked by the caller, as it was then: [`Trouble::Stale`] when it was changed
    /// since. Sent twice, it answers with one receipt. `browser` is a digest of what stands for the browser.
    pub async fn file_draft(
        &self,
        draft: &FilingDraft,
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

/// Notes in a draft that a contact is proven.
pub(crate) fn note_proven(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
    contact: &Contact,
) -> Result<(), Trouble> {
    kept::change(tx, circumstances, token, |content: &mut TypedFiling| {
        content.verified = Some(contact.value().to_owned());
    })
}

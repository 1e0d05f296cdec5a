//! Sending a draft: it becomes a case, and its receipt is shown to whoever sent it.

use chikaya_domain::{
    Language, id::CaseId, owner::Owner, person::Contact, reference::ReferencePrefix,
};
use chikaya_store::{Tx, attachment, draft as drafts};

use super::{fault::Fault, typed::TypedFiling};
use crate::{
    Circumstances, Clerks, Trouble,
    attachment::is_heard,
    case::file::{self, Brought, Filing, FilingBody, Receipt},
    draft::{
        content,
        kept::{self, Draft},
        written::Written as _,
    },
    record::bind,
    token::Token,
};

/// A filing that is not sent yet.
pub type FilingDraft = Draft<TypedFiling>;

/// What became of a draft that was sent.
#[derive(Clone, Debug)]
pub enum FilingFate {
    /// It is filed.
    Filed(Box<Receipt>),
    /// It is no filing yet, and this is why, step by step. Nothing has changed.
    Faulty(Vec<Fault>),
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
    /// The receipt of what was filed from a draft, for the browser that filed it or has opened the case: it carries the
    /// access code. What a company or an association says of itself is masked in another browser than the one where it
    /// was typed. `Ok(None)` for any other browser, and for a draft that was not filed.
    pub async fn receipt_of_draft(
        &self,
        token: Token,
        holder: Holder,
    ) -> Result<Option<Receipt>, Trouble> {
        let browser = data_encoding::HEXLOWER.encode(&holder.browser);
        let found = self
            .read(move |tx, circumstances| {
                let stored = kept::find(tx, circumstances, TypedFiling::KIND, &token)?;
                let is_held = stored.filed_by.as_deref() == Some(&holder.browser[..])
                    || stored
                        .filed_as
                        .is_some_and(|case| holder.cases.contains(&case));
                let is_shown = stored.content.is_empty() || stored.content == browser;
                let is_filed = stored.filed_as.is_some() && is_held;
                Ok(is_filed.then(|| (stored.id.to_string(), is_shown)))
            })
            .await?;
        let Some((key, is_shown)) = found else {
            return Ok(None);
        };
        let mut receipt = self.receipt(key).await?;
        if !is_shown {
            receipt.body = receipt.body.map(FilingBody::masked);
        }
        Ok(Some(receipt))
    }

    /// Files what stands in a draft, if its filer has seen it whole: at another `version` it is [`Trouble::Stale`].
    /// Sent twice, it answers with one receipt. `browser` is a digest of what stands for the browser, `language` that in
    /// which it was seen: its filer is answered in it.
    pub async fn file_draft(
        &self,
        token: Token,
        version: i64,
        browser: [u8; 32],
        language: Language,
    ) -> Result<FilingFate, Trouble> {
        let sending = Sending {
            token,
            version,
            browser,
            language,
            is_sample: self.is_demo(),
        };
        self.drawing(|prefix| {
            let sending = sending.clone();
            move |tx, circumstances| send(tx, circumstances, &prefix, &sending)
        })
        .await
    }
}

/// A draft that is sent.
#[derive(Clone)]
struct Sending {
    token: Token,
    /// The version that its filer has seen.
    version: i64,
    /// A digest of what stands for the browser that sends it, to which the receipt is shown again.
    browser: [u8; 32],
    /// The language in which its filer saw it.
    language: Language,
    is_sample: bool,
}

/// The verb: see [`Clerks::file_draft`]. That a draft was not filed yet is known from itself; should another request be
/// faster by a moment, its case has the key of this one.
fn send(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    reference_prefix: &ReferencePrefix,
    sending: &Sending,
) -> Result<FilingFate, Trouble> {
    let token_hash = sending.token.digest();
    attachment::announce_of_draft(tx, &token_hash)?;
    let stored = kept::find(tx, circumstances, TypedFiling::KIND, &sending.token)?;
    if let Some(case) = stored.filed_as {
        let receipt = file::receipt_of_case(tx, circumstances, case)?;
        return Ok(FilingFate::Filed(Box::new(receipt)));
    }
    if stored.version != sending.version {
        return Err(Trouble::Stale);
    }
    let mut typed: TypedFiling = content::read(stored.id, &stored.content)?;
    typed.language = sending.language;
    // Once filed it tells nothing but to which browser its filer is shown.
    let shown_to = if typed.is_shown_to("") {
        String::new()
    } else {
        typed
            .typed_by
            .clone()
            .unwrap_or_else(|| "nobody".to_owned())
    };
    let filing = match typed.parse(circumstances.country) {
        Ok(filing) => Filing {
            key: Some(stored.id.to_string()),
            is_sample: sending.is_sample,
            ..filing
        },
        Err(faults) => return Ok(FilingFate::Faulty(faults)),
    };
    let receipt = become_case(
        tx,
        circumstances,
        reference_prefix,
        (&stored, &token_hash),
        &filing,
        (sending.browser, &shown_to),
    )?;
    Ok(FilingFate::Filed(Box::new(receipt)))
}

/// Makes a case of what a draft says, with the files of the draft, which is spent by it. Its receipt is shown again to a
/// browser, by its digest, and who files in full to the one named last. The files were announced.
pub(in crate::draft) fn become_case(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    reference_prefix: &ReferencePrefix,
    (stored, token_hash): (&drafts::StoredDraft, &[u8; 32]),
    filing: &Filing,
    (browser, shown_to): ([u8; 32], &str),
) -> Result<Receipt, Trouble> {
    let mut brought = Brought::default();
    for kept in attachment::of_draft(tx, token_hash)? {
        if is_heard(&kept.file.media_type) {
            brought.spoken.push(kept.file.id);
        }
        let item = bind::item_of_kept_file(tx, circumstances, &kept)?;
        brought.items.push(item);
    }
    let receipt = file::begin(tx, circumstances, reference_prefix, filing, brought)?;
    let (draft, case) = (Owner::Draft(stored.id), Owner::Case(receipt.case));
    attachment::hand_over(tx, draft, case)?;
    let (id, version) = (stored.id, stored.version);
    if !drafts::filed(tx, id, version, receipt.case, &browser, shown_to)? {
        return Err(Trouble::Stale);
    }
    Ok(receipt)
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

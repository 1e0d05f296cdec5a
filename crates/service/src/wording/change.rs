//! Changing the words of a message, and taking a change back.

use chikaya_domain::{Language, access::Action, id::OrganisationCode};
use chikaya_i18n::{Template, TemplateFault, Voice};
use chikaya_store::{
    Tx,
    wording::{self, StoredWording},
};

use super::list::has_words;
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    staff::Officer,
};

/// What became of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is in force, under this version.
    Kept(i64),
    /// The words are no template for the message.
    Refused(TemplateFault),
}

impl Clerks {
    /// Puts words in place of the house's, for a body or with `None` for the country. What was made with the words of before
    /// stays as it was; what waits to leave is made with the new ones.
    pub async fn change_wording(
        &self,
        officer: Officer,
        body: Option<OrganisationCode>,
        (key, language): (String, Language),
        words: String,
    ) -> Result<Changed, Trouble> {
        officer.must_be_allowed(Action::WordMessages)?;
        if !has_words(&key) {
            return Err(Trouble::NotFound);
        }
        let words = chikaya_domain::text::free(&words);
        if let Err(fault) = Template::parse(&words, &Voice::of(language).places(&key)) {
            return Ok(Changed::Refused(fault));
        }
        self.write(move |tx, circumstances| {
            let of = (body.as_ref(), key.as_str(), language);
            keep(tx, circumstances, &officer, of, Some(words.clone()))
        })
        .await
        .map(Changed::Kept)
    }

    /// Takes the words of a message back to those of an earlier version, or with `None` to the house's own.
    pub async fn take_back_wording(
        &self,
        officer: Officer,
        body: Option<OrganisationCode>,
        (key, language): (String, Language),
        to: Option<i64>,
    ) -> Result<Changed, Trouble> {
        officer.must_be_allowed(Action::WordMessages)?;
        if !has_words(&key) {
            return Err(Trouble::NotFound);
        }
        self.write(move |tx, circumstances| {
            let of = (body.as_ref(), key.as_str(), language);
            let words = match to {
                None => None,
                Some(version) => {
                    let kept = wording::find(tx, version)?.ok_or(Trouble::NotFound)?;
                    let is_same = kept.message == key
                        && kept.language == language.code()
                        && kept.organisation == place(body.as_ref());
                    if !is_same {
                        return Err(Trouble::NotFound);
                    }
                    kept.words
                }
            };
            if let Some(words) = &words
                && let Err(fault) = Template::parse(words, &Voice::of(language).places(&key))
            {
                return Ok(Changed::Refused(fault));
            }
            keep(tx, circumstances, &officer, of, words).map(Changed::Kept)
        })
        .await
    }
}

/// The body as it is kept.
pub(super) fn place(body: Option<&OrganisationCode>) -> String {
    body.map(ToString::to_string).unwrap_or_default()
}

fn keep(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    (body, key, language): (Option<&OrganisationCode>, &str, Language),
    words: Option<String>,
) -> Result<i64, Trouble> {
    if body.is_some_and(|body| circumstances.country.organisations.find(body).is_none()) {
        return Err(Trouble::NotFound);
    }
    let version = wording::newest(tx)? + 1;
    let action = if words.is_some() {
        "wording.change"
    } else {
        "wording.take-back"
    };
    let kept = StoredWording {
        version,
        organisation: place(body),
        message: key.to_owned(),
        language: language.code().to_owned(),
        words,
        staff: officer.id,
        changed_at: circumstances.at(),
    };
    wording::insert(tx, &kept)?;
    let detail = format!("{language} {version}");
    let deed = Deed {
        action,
        object: key,
        organisation: body.map(OrganisationCode::as_str),
        detail: Some(&detail),
    };
    audit::note(tx, circumstances, officer, deed)?;
    Ok(version)
}

//! Keeping what is taken down: begun, found and changed by whoever takes it down, and by nobody else.

use chikaya_domain::{access::Action, person::Contact};
use chikaya_store::Tx;

use super::typed::TypedForSomeone;
use crate::{
    Circumstances, Clerks, Trouble, call,
    draft::kept::{self, Changed, Draft, DraftState},
    staff::Officer,
    token::Token,
};

/// What is taken down and not filed yet.
pub type ForSomeoneDraft = Draft<TypedForSomeone>;

impl Clerks {
    /// Begins to take something down; the same `page` sent twice goes on with what it began: see
    /// [`Clerks::begin_draft`].
    pub async fn begin_for_someone(
        &self,
        officer: Officer,
        page: &[u8; 32],
        content: TypedForSomeone,
    ) -> Result<Token, Trouble> {
        officer.must_be_allowed(Action::FileForSomeone)?;
        if content.agent != officer.id {
            return Err(Trouble::Forbidden);
        }
        let content = self.with_own_call(officer, content).await?;
        let again = content.clone();
        self.begin_draft(page, content, move |draft: &mut TypedForSomeone| {
            *draft = again.clone();
        })
        .await
    }

    /// What an officer takes down behind a link; [`Trouble::NotFound`] for what another one does.
    pub async fn draft_for_someone(
        &self,
        officer: Officer,
        token: Token,
    ) -> Result<DraftState<TypedForSomeone>, Trouble> {
        officer.must_be_allowed(Action::FileForSomeone)?;
        let found = self.draft::<TypedForSomeone>(token).await?;
        match &found {
            DraftState::Open(draft) if draft.content.agent != officer.id => Err(Trouble::NotFound),
            _ => Ok(found),
        }
    }

    /// Keeps what was typed, unless it was changed meanwhile in another window: `mark` is that of the page.
    pub async fn change_for_someone(
        &self,
        officer: Officer,
        token: Token,
        mark: Option<String>,
        change: impl Fn(&mut TypedForSomeone) + Send + 'static,
    ) -> Result<Changed<TypedForSomeone>, Trouble> {
        self.draft_for_someone(officer, token.clone()).await?;
        self.change_step(token, (), mark, change).await
    }
}

impl Clerks {
    /// The same, without a call that the officer may not see: it would say of another's call what it led to.
    async fn with_own_call(
        &self,
        officer: Officer,
        content: TypedForSomeone,
    ) -> Result<TypedForSomeone, Trouble> {
        let Some(call) = content.call else {
            return Ok(content);
        };
        let is_seen = self
            .read(move |tx, _| call::is_seen_by(tx, &officer, call))
            .await?;
        Ok(TypedForSomeone {
            call: content.call.filter(|_| is_seen),
            ..content
        })
    }
}

/// Notes that a contact is proven.
pub(crate) fn note_proven(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
    contact: &Contact,
) -> Result<(), Trouble> {
    kept::change(tx, circumstances, token, |content: &mut TypedForSomeone| {
        content.filing.verified = Some(contact.value().to_owned());
    })
}

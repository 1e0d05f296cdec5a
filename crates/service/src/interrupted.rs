//! Interrupted posts: words sent into a form while nobody was signed in any more, kept until the person has come in again.

use chikaya_domain::id::StaffId;
use chikaya_store::{
    StoreError, Tx,
    interrupted::{self, StoredPost},
    staff,
};

use crate::{Clerks, Trouble, token::Token};

/// How long interrupted posts are kept, in hours: over a weekend.
pub const KEPT_HOURS: i64 = 72;

/// Pages for which one browser has words kept; the oldest go first.
const PAGES: usize = 8;

/// Most bytes kept of one form, names and values together: more than the longest answer takes in any script.
const LARGEST: usize = 128 * 1024;

/// A form that was sent and not heard. It is shown again, and never carried out by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterruptedPost {
    /// Where the form goes, below the language.
    pub action: String,
    /// Names and values, as typed.
    pub fields: Vec<(String, String)>,
}

/// What became of a post that was to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It waits.
    Kept,
    /// It is too large.
    TooLarge,
    /// It was written in a session of which it is not known whose it was.
    OwnerUnknown,
}

/// Whose a session is or was: one that lives, has ended by itself, or was ended from elsewhere.
fn holder(tx: &mut Tx<'_>, session: &Token) -> Result<Option<StaffId>, StoreError> {
    let digest = session.digest();
    match staff::find_session(tx, &digest)? {
        Some(found) => Ok(Some(found.staff)),
        None => staff::holder_of_ended(tx, &digest),
    }
}

impl Clerks {
    /// Keeps a post for `page`, in place of the one kept for it before. It belongs to the browser that has `word`; if
    /// `session` is one of staff that has ended, to its holder alone.
    pub async fn keep_interrupted(
        &self,
        word: Token,
        page: String,
        post: InterruptedPost,
        session: Option<Token>,
    ) -> Result<Keeping, Trouble> {
        let size: usize = post
            .fields
            .iter()
            .map(|(name, value)| name.len() + value.len())
            .sum();
        if size > LARGEST {
            return Ok(Keeping::TooLarge);
        }
        self.write(move |tx, circumstances| {
            let staff = match &session {
                None => None,
                Some(session) => match holder(tx, session)? {
                    Some(found) => Some(found),
                    // Whoever signs in next in this browser may be another.
                    None => return Ok(Keeping::OwnerUnknown),
                },
            };
            let word = word.digest();
            let mut others = interrupted::pages(tx, &word)?;
            others.retain(|(other, _)| *other != page);
            others.sort_by_key(|(_, at)| std::cmp::Reverse(*at));
            for (oldest, _) in others.iter().skip(PAGES - 1) {
                interrupted::forget(tx, &word, oldest)?;
            }
            let stored = StoredPost {
                action: post.action.clone(),
                staff,
                fields: serde_json::to_string(&post.fields)
                    .map_err(|_| StoreError::corrupt("the fields of an interrupted post"))?,
            };
            let until = circumstances.at() + KEPT_HOURS * 3_600_000_000;
            interrupted::keep(tx, &word, &page, &stored, circumstances.at(), until)?;
            Ok(Keeping::Kept)
        })
        .await
    }

    /// The post that is kept for a page, as far as it is for whoever asks: `staff`, if they are signed in.
    pub async fn interrupted(
        &self,
        word: Token,
        page: String,
        staff: Option<StaffId>,
    ) -> Result<Option<InterruptedPost>, Trouble> {
        self.read(move |tx, circumstances| {
            let found = interrupted::find(tx, &word.digest(), &page, circumstances.at())?;
            let Some(stored) = found.filter(|post| post.staff.is_none() || post.staff == staff)
            else {
                return Ok(None);
            };
            Ok(Some(InterruptedPost {
                action: stored.action,
                fields: serde_json::from_str(&stored.fields)
                    .map_err(|_| StoreError::corrupt("the fields of an interrupted post"))?,
            }))
        })
        .await
    }

    /// Forgets the post of a page: it was sent again, and heard.
    pub async fn forget_interrupted(&self, word: Token, page: String) -> Result<(), Trouble> {
        self.write(move |tx, _| Ok(interrupted::forget(tx, &word.digest(), &page)?))
            .await
    }
}

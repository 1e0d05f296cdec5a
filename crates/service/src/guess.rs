//! Guessing: wrong codes and passwords are counted for each case and each account, over restarts and on every node alike.

use chikaya_domain::{
    case::Case,
    guess::{FORGIVEN_AFTER, FREE, Guessed},
    id::StaffId,
    reference::Reference,
};
use chikaya_store::{StoreError, Tx, guess as kept};
use jiff::Timestamp;

use crate::{
    Circumstances, Trouble,
    audit::{self, Deed},
    message::order::{self, Order},
    token::Token,
};

/// At what something is tried. What is nobody's is counted too: how soon the answer comes must not tell what exists.
#[derive(Clone, Copy)]
pub(crate) enum Target<'a> {
    /// A case, by its reference.
    Case(&'a Reference),
    /// An account of staff, by its address.
    Account(&'a str),
    /// The same from a browser in which its owner has signed in before: strangers who guess do not shut it out.
    KnownBrowser(&'a str),
    /// Whatever cases a telephone number asks for by short messages, by the digest under which it is kept.
    Number(&'a [u8]),
}

/// What was tried at something of one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempts {
    /// How many wrong ones.
    pub count: u32,
    /// When the last was.
    pub last_at: Timestamp,
}

impl Target<'_> {
    const fn guessed(self) -> Guessed {
        match self {
            Self::Case(_) | Self::Number(_) => Guessed::Case,
            Self::Account(_) | Self::KnownBrowser(_) => Guessed::Account,
        }
    }

    fn digest(self, circumstances: &Circumstances<'_>) -> [u8; 32] {
        let kind = self.guessed().as_str().as_bytes();
        let parts: [&[u8]; 3] = match self {
            Self::Case(reference) => [kind, reference.as_str().as_bytes(), b""],
            Self::Account(email) => [kind, email.as_bytes(), b""],
            Self::KnownBrowser(email) => [kind, email.as_bytes(), b"known"],
            Self::Number(digest) => [kind, digest, b"number"],
        };
        circumstances.key.digest("guess", &parts)
    }
}

/// Refuses to look at anything while a pause lasts.
pub(crate) fn must_not_wait(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    target: Target<'_>,
) -> Result<(), Trouble> {
    let Some(counted) = kept::find(tx, &target.digest(circumstances))? else {
        return Ok(());
    };
    let pause = i64::from(target.guessed().pause(counted.wrong));
    let left = counted.last_at + pause * 1_000_000 - circumstances.at();
    if left > 0 && counted.last_at >= since(circumstances) {
        return Err(Trouble::Wait {
            seconds: u32::try_from(left.div_euclid(1_000_000) + 1).unwrap_or(u32::MAX),
        });
    }
    Ok(())
}

/// Counts a wrong one; answers how many there are in a row.
pub(crate) fn wrong(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    target: Target<'_>,
) -> Result<u32, Trouble> {
    let digest = target.digest(circumstances);
    Ok(kept::count(
        tx,
        &digest,
        circumstances.at(),
        since(circumstances),
    )?)
}

/// Notes that the right one was shown.
pub(crate) fn right(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    target: Target<'_>,
) -> Result<(), Trouble> {
    let digest = target.digest(circumstances);
    if kept::find(tx, &digest)?.is_some_and(|counted| counted.wrong > 0) {
        kept::forgive(tx, &digest)?;
    }
    Ok(())
}

/// Says that [`attempts`] will be asked for: see [`Tx::announce`].
pub(crate) fn announce(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    target: Target<'_>,
) -> Result<(), Trouble> {
    Ok(kept::announce(tx, &target.digest(circumstances))?)
}

/// What was tried at something of the asker's own lately, if it was more than they mistype themselves.
pub(crate) fn attempts(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    target: Target<'_>,
) -> Result<Option<Attempts>, Trouble> {
    let found = kept::find(tx, &target.digest(circumstances))?;
    found
        .filter(|counted| counted.lately >= FREE)
        .map(|counted| {
            Ok(Attempts {
                count: counted.lately,
                last_at: Timestamp::from_microsecond(counted.last_at)
                    .map_err(|_| StoreError::corrupt("guess.last_at"))?,
            })
        })
        .transpose()
}

/// Tells auditors of wrong codes of a case, when they are many.
pub(crate) fn tell_of_case(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
    wrong: u32,
) -> Result<(), Trouble> {
    if !Guessed::is_told(wrong) {
        return Ok(());
    }
    let deed = Deed {
        action: "guess.case",
        object: case.reference.as_str(),
        organisation: Some(case.organisation.as_str()),
        detail: Some(&wrong.to_string()),
    };
    audit::note_of(tx, circumstances, None, deed)
}

/// Tells auditors and its owner of wrong passwords of an account, when they are many.
pub(crate) fn tell_of_account(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    staff: StaffId,
    wrong: u32,
) -> Result<(), Trouble> {
    if !Guessed::is_told(wrong) {
        return Ok(());
    }
    let deed = Deed {
        action: "guess.account",
        object: &staff.to_string(),
        organisation: None,
        detail: Some(&wrong.to_string()),
    };
    audit::note_of(tx, circumstances, None, deed)?;
    let order = Order::Guesses {
        staff,
        count: wrong,
        at: circumstances.at(),
    };
    order::push(tx, circumstances, &order)
}

/// The word by which a browser is known in which the owner of an account has signed in. It opens nothing.
pub(crate) fn word_of_browser(circumstances: &Circumstances<'_>, staff: StaffId) -> Token {
    let digest = circumstances
        .key
        .digest("known browser", &[staff.as_uuid().as_bytes()]);
    Token::of_digest(&digest)
}

fn since(circumstances: &Circumstances<'_>) -> i64 {
    circumstances.at() - FORGIVEN_AFTER * 1_000_000
}

//! What is known of a telephone number: whether its owner wants news there, and whether they arrive. Numbers are kept as a
//! digest under the house key.

use chikaya_domain::person::Phone;
use chikaya_store::{Tx, sms as kept};

use crate::{Circumstances, Trouble};

/// Messages in a row that did not arrive, after which none is sent any more: a telephone may be off once.
const FAILURES: i64 = 2;

/// How news reach a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// By short messages.
    Messages,
    /// Not by these: there is no gateway, or it is no number of a mobile telephone.
    None,
    /// Not by these: its owner wants none.
    Stopped,
    /// Not by these: they do not arrive.
    Failing,
}

impl Reach {
    /// The word by which its sentence for the desk is found; none where there is nothing to say.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Messages | Self::None => None,
            Self::Stopped => Some("stopped"),
            Self::Failing => Some("failing"),
        }
    }
}

/// The digest under which a number is kept.
pub(crate) fn digest(circumstances: &Circumstances<'_>, phone: &Phone) -> [u8; 32] {
    circumstances
        .key
        .digest("sms number", &[phone.as_str().as_bytes()])
}

/// Whether short messages that somebody asks for can be sent to a number at all.
pub(crate) fn is_texted(circumstances: &Circumstances<'_>, phone: &Phone) -> bool {
    circumstances.sms.is_some() && circumstances.country.numbering.takes_messages(phone)
}

/// How news reach a number. Nothing is asked where there is no gateway.
pub(crate) fn reach(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    phone: &Phone,
) -> Result<Reach, Trouble> {
    if !is_texted(circumstances, phone) {
        return Ok(Reach::None);
    }
    let number = kept::number(tx, &digest(circumstances, phone))?;
    Ok(if number.stopped_at.is_some() {
        Reach::Stopped
    } else if number.failing_at.is_some() {
        Reach::Failing
    } else {
        Reach::Messages
    })
}

/// Notes that the owner of a number wants no news there, or wants them again; answers whether that is new. Whoever writes
/// can also be reached again.
pub(super) fn want(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    digest: &[u8],
    wants: bool,
) -> Result<bool, Trouble> {
    let mut number = kept::number(tx, digest)?;
    let is_new = number.stopped_at.is_none() != wants || (wants && number.failing_at.is_some());
    number.stopped_at = (!wants).then(|| number.stopped_at.unwrap_or_else(|| circumstances.at()));
    if wants {
        number.failures = 0;
        number.failing_at = None;
    }
    kept::put_number(tx, digest, &number, circumstances.at())?;
    Ok(is_new)
}

/// Notes that the owner of a number wants news there again, who said so elsewhere than from it.
pub(crate) fn want_again(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    phone: &Phone,
) -> Result<(), Trouble> {
    let digest = digest(circumstances, phone);
    want(tx, circumstances, &digest, true).map(drop)
}

/// Notes that a message arrived at a number: somebody read it there.
pub(crate) fn arrives(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    phone: &Phone,
) -> Result<(), Trouble> {
    arrived(tx, circumstances, &digest(circumstances, phone), true)
}

/// Notes whether a message arrived.
pub(super) fn arrived(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    digest: &[u8],
    has_arrived: bool,
) -> Result<(), Trouble> {
    let mut number = kept::number(tx, digest)?;
    if has_arrived && number.failures == 0 {
        return Ok(());
    }
    number.failures = if has_arrived { 0 } else { number.failures + 1 };
    number.failing_at = (number.failures >= FAILURES)
        .then(|| number.failing_at.unwrap_or_else(|| circumstances.at()));
    kept::put_number(tx, digest, &number, circumstances.at())?;
    Ok(())
}

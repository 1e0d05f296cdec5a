//! Whether a short message may leave now: quiet hours and the number of news that one person gets in a day.

use chikaya_domain::{
    clock::Calendar,
    person::Phone,
    sms::{QuietHours, Segments},
};
use chikaya_store::{Tx, sms as kept};
use jiff::Timestamp;
use uuid::Uuid;

use super::number;
use crate::{Circumstances, Trouble, message::outbox::Content};

/// What a message is to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// They asked for it a moment ago: a code, a list, the answer to what they wrote. It leaves at any time; how many of
    /// these there are is limited where they are asked for.
    Asked,
    /// It comes by itself.
    News,
}

impl Class {
    /// The class of what a message says.
    pub(crate) const fn of(content: &Content) -> Self {
        match content {
            Content::Case(_)
            | Content::Digest { .. }
            | Content::Weekly(_)
            | Content::Annual { .. }
            | Content::Seal { .. }
            | Content::Guesses { .. }
            | Content::Invitation { .. } => Self::News,
            Content::ContactCode { .. }
            | Content::AccountCode { .. }
            | Content::DraftCode { .. }
            | Content::MailAnswer { .. }
            | Content::LostReceipt { .. }
            | Content::SmsReply(_) => Self::Asked,
        }
    }

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::News => "news",
        }
    }
}

/// Whether a message may leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It may.
    Now,
    /// Not before this instant, microseconds since the epoch.
    NotBefore(i64),
}

/// Whether a message of a class may leave to a number now, if as many others as `beside` are about to leave to it. `quiet` is
/// when its reader wants no news, beside the hours in which nobody's telephone rings.
pub(crate) fn standing(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    phone: &Phone,
    (class, quiet): (Class, Option<QuietHours>),
    beside: i64,
) -> Result<Standing, Trouble> {
    let Some(terms) = circumstances.sms.filter(|_| class == Class::News) else {
        return Ok(Standing::Now);
    };
    let calendar = &circumstances.country.calendar;
    let hours = [terms.quiet, quiet];
    if let Standing::NotBefore(at) = out_of(calendar, circumstances.now, hours) {
        return Ok(Standing::NotBefore(at));
    }
    let today = circumstances.today();
    let midnight = calendar.beginning_of(today);
    let digest = number::digest(circumstances, phone);
    let sent = kept::sent_to(
        tx,
        &digest,
        class.as_str(),
        midnight.as_microsecond(),
        terms.a_day,
    )?;
    if sent + beside < terms.a_day {
        return Ok(Standing::Now);
    }
    let tomorrow = calendar.beginning_of(today.tomorrow().unwrap_or(today));
    Ok(match out_of(calendar, tomorrow, hours) {
        Standing::Now => Standing::NotBefore(tomorrow.as_microsecond()),
        later @ Standing::NotBefore(_) => later,
    })
}

/// Spans of quiet that are gone through one after the other: where the house's and a person's leave no hour of the day, news
/// come after all.
const SPANS: usize = 4;

/// Whether it is out of all quiet hours at an instant, and when it will be.
pub(crate) fn out_of(
    calendar: &Calendar,
    at: Timestamp,
    hours: [Option<QuietHours>; 2],
) -> Standing {
    let mut then = at;
    for _ in 0..SPANS {
        let local = calendar.local(then);
        let left = hours
            .iter()
            .flatten()
            .filter_map(|quiet| quiet.left(local))
            .max();
        let Some(left) = left else {
            break;
        };
        then += left;
    }
    if then == at {
        Standing::Now
    } else {
        Standing::NotBefore(then.as_microsecond())
    }
}

/// Notes that a message left.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    id: Uuid,
    (phone, class): (&Phone, Class),
    segments: Segments,
) -> Result<(), Trouble> {
    let sent = kept::NewSent {
        id,
        digest: &number::digest(circumstances, phone),
        class: class.as_str(),
        alphabet: segments.alphabet.as_str(),
        parts: i64::from(segments.parts),
        at: circumstances.at(),
    };
    Ok(kept::sent(tx, &sent)?)
}

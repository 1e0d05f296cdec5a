//! The audit trail: every change on the administration pages leaves its line in the same transaction, and auditors read it.

use chikaya_domain::{access::Action, id::StaffId, reference::Reference};
use chikaya_store::{
    Tx,
    message::audit::{self, Line, Question},
    staff::{self as people, named},
};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    Circumstances, Clerks, Trouble,
    named::{called, with_address},
    record::object,
    staff::Officer,
};

/// Lines on a page.
const PAGE: usize = 50;

/// What can be done to anything that is not a case: the words that stand in the trail.
pub const DEEDS: &[&str] = &[
    "session.begin",
    "session.refused",
    "session.end",
    "factor.enrol",
    "factor.replace",
    "factor.remove",
    "recovery.renew",
    "account.change",
    "password.change",
    "password.refused",
    "session.end-others",
    "guess.account",
    "guess.case",
    "case.open",
    "contacts.show",
    "filer.find",
    "letter.print",
    "preference.write",
    "call.act",
    "sound.hear",
    "sound.erase",
    "voice.open",
    "voice.write",
    "voice.set-aside",
    "voice.put-back",
    "voice.begin",
    "register.open",
    "register.export",
    "person.invite",
    "invitation.accept",
    "invitation.withdraw",
    "person.change",
    "person.switch-off",
    "person.switch-on",
    "person.hand-on",
    "person.end-sessions",
    "person.renew",
    "person.create",
    "person.reset",
    "person.link",
    "organisation.create",
    "organisation.change",
    "organisation.switch-off",
    "organisation.switch-on",
    "holiday.put",
    "holiday.confirm",
    "holiday.remove",
    "worked-day.add",
    "worked-day.remove",
    "weekend.change",
    "policy.add",
    "message.send-again",
    "wording.change",
    "wording.take-back",
    "mail.open",
    "mail.take",
    "mail.join",
    "mail.begin",
    "mail.leave",
    "import.run",
    "record.renew",
    "annual.begin",
    "annual.write",
    "annual.freeze",
    "annual.approve",
    "annual.take-back",
    "annual.transmit",
    "annual.forward",
    "annual.return",
    "annual.accept",
    "annual.publish",
    "annual.remind",
    "survey.draw",
    "account.adopt",
    "organisation.adopt",
    "holiday.adopt",
    "policy.adopt",
    "annual.adopt",
];

/// A deed to be written down.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deed<'a> {
    /// What was done: one of [`DEEDS`].
    pub action: &'static str,
    /// To what: an identifier or code.
    pub object: &'a str,
    /// For which organisation, by its code.
    pub organisation: Option<&'a str>,
    /// What became of what, in codes.
    pub detail: Option<&'a str>,
}

/// Writes a deed of an officer down, after it was done: what it left is bound by its line.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    deed: Deed<'_>,
) -> Result<(), Trouble> {
    note_of(tx, circumstances, Some(officer.id), deed)
}

/// Writes a deed down of whoever is not, or not yet, at work: an account, or nobody when it came from the command
/// line.
pub(crate) fn note_of(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    staff: Option<StaffId>,
    deed: Deed<'_>,
) -> Result<(), Trouble> {
    let mut line = Line {
        id: circumstances.uuid(),
        at: circumstances.at(),
        staff,
        action: deed.action.to_owned(),
        object: deed.object.to_owned(),
        organisation: deed.organisation.map(str::to_owned),
        detail: deed
            .detail
            .filter(|detail| !detail.is_empty())
            .map(str::to_owned),
        state: None,
    };
    line.state = Some(object::state_of_line(tx, circumstances.key, &line)?);
    audit::insert(tx, &line)?;
    Ok(())
}

/// What to read of the trail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrailQuestion {
    /// The address of whoever did it; empty for everybody.
    pub email: String,
    /// The deed, one of [`DEEDS`]; empty for every one.
    pub action: String,
    /// Only lines from this instant on.
    pub since: Option<Timestamp>,
    /// Only lines before this instant.
    pub before: Option<Timestamp>,
    /// Only what was done to this case, and searches for a filer that showed it.
    pub case: Option<Reference>,
    /// Where the page before ended.
    pub after: Option<String>,
}

/// A line of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailLine {
    /// When.
    pub at: Timestamp,
    /// What whoever did it is called, with the address where two bear one name; nobody when the portal itself did.
    pub who: Option<String>,
    /// What was done.
    pub action: String,
    /// To what; to whom, by name and address, where it was an account of staff.
    pub object: String,
    /// For which organisation.
    pub organisation: Option<String>,
    /// What became of what, in codes.
    pub detail: Option<String>,
}

/// A page of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailPage {
    /// Lines, newest first.
    pub lines: Vec<TrailLine>,
    /// Where the next page begins.
    pub next: Option<String>,
}

impl Clerks {
    /// Reads the audit trail, newest first.
    pub async fn trail(
        &self,
        officer: Officer,
        question: TrailQuestion,
    ) -> Result<TrailPage, Trouble> {
        officer.must_be_allowed(Action::ReadAudit)?;
        self.read(move |tx, _| read(tx, &question)).await
    }
}

fn read(tx: &mut Tx<'_>, question: &TrailQuestion) -> Result<TrailPage, Trouble> {
    let email = question.email.trim().to_lowercase();
    let staff = if email.is_empty() {
        None
    } else {
        match people::find_by_email(tx, &email)? {
            Some(found) => Some(found.id),
            None => {
                return Ok(TrailPage {
                    lines: Vec::new(),
                    next: None,
                });
            }
        }
    };
    let end = (
        question.before.map_or(i64::MAX, Timestamp::as_microsecond),
        Uuid::max(),
    );
    let before = question.after.as_deref().and_then(place).unwrap_or(end);
    let question = Question {
        staff,
        action: Some(question.action.clone()).filter(|action| !action.is_empty()),
        since: question.since.map(Timestamp::as_microsecond),
        case: question.case.clone(),
    };
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut found = audit::page(tx, &question, before, limit)?;
    let has_more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found
        .last()
        .filter(|_| has_more)
        .map(|line| format!("{}.{}", line.at, line.id.simple()));
    let mut lines = Vec::with_capacity(found.len());
    for line in found {
        lines.push(TrailLine {
            at: Timestamp::from_microsecond(line.at)
                .map_err(|_| chikaya_store::StoreError::unreadable("audit.at", line.id))?,
            who: name_of(tx, line.staff)?,
            action: line.action,
            object: object_of(tx, line.object)?,
            organisation: line.organisation,
            detail: line.detail,
        });
    }
    Ok(TrailPage { lines, next })
}

fn name_of(tx: &mut Tx<'_>, staff: Option<StaffId>) -> Result<Option<String>, Trouble> {
    let Some(id) = staff else {
        return Ok(None);
    };
    Ok(named::find(tx, id)?.map(|member| called(&member)))
}

/// What a line speaks of: whoever reads the trail knows nobody by the identifier of an account.
fn object_of(tx: &mut Tx<'_>, object: String) -> Result<String, Trouble> {
    let Ok(id) = Uuid::try_parse(&object) else {
        return Ok(object);
    };
    let found = named::find(tx, StaffId::new(id))?;
    Ok(found.map_or(object, |member| with_address(&member.name, &member.email)))
}

fn place(after: &str) -> Option<(i64, Uuid)> {
    let (at, id) = after.split_once('.')?;
    Some((at.parse().ok()?, Uuid::try_parse(id).ok()?))
}

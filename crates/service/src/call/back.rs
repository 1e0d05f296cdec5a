//! Calls back: those that were promised, and those that ask whether an answer was good.

use chikaya_domain::{
    Language,
    access::Action,
    call::{Attempted, BackKind, BackRefusal, CallBack},
    case::{Actor, Resolved, Treatment},
    id::{CallBackId, CallId, CaseId, OrganisationCode},
    person::Phone,
    statistics::sample::Asking,
    text::line,
};
use chikaya_store::{
    Tx,
    call::{
        back::{self as kept, BackTo, StoredBack},
        caller, state as calls,
    },
    case::state,
    person as people, survey,
};
use jiff::{Timestamp, ToSpan as _};
use uuid::Uuid;

use super::{coming::ExternalCall, hand::in_hand_of};
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    case::follow::{FilerAct, act_for_filer},
    staff::Officer,
    survey::is_over,
};

/// Lines on a page.
const PAGE: usize = 50;

/// Longest words about what somebody is called for, in characters.
const ABOUT_LIMIT: usize = 300;

/// How long somebody who was drawn is called, in days, before they count as not reached.
const SURVEY_DAYS: i64 = 14;

/// A call that is promised.
#[derive(Clone, Debug)]
pub struct Promise {
    /// The number to call, where it is another than the one they call from.
    pub number: Option<Phone>,
    /// From when they want to be called.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
    /// What they want to speak about.
    pub about: String,
}

/// A call back that waits.
#[derive(Clone, PartialEq, Eq)]
pub struct BackLine {
    /// Identifier.
    pub id: CallBackId,
    /// The language in which they are spoken to.
    pub language: Option<Language>,
    /// When, and how often it was tried.
    pub back: CallBack,
    /// The number in full: it is there to be called. None once it was forgotten.
    pub number: Option<String>,
    /// What they want to speak about.
    pub about: String,
}

/// Calls back that wait, by when they are to be made.
#[derive(Clone, PartialEq, Eq)]
pub struct BackPage {
    /// The lines.
    pub lines: Vec<BackLine>,
    /// Behind what the next page begins.
    pub next: Option<String>,
    /// The instant of all this.
    pub now: Timestamp,
}

/// Somebody who was drawn and is to be called, with what an agent needs to speak with them: no more of the case than that.
#[derive(Clone, PartialEq, Eq)]
pub struct SurveyTalk {
    /// The case.
    pub case: CaseId,
    /// Its reference, which the filer has on their receipt.
    pub reference: String,
    /// Its version, over which what they say is written.
    pub version: u32,
    /// The language in which they are spoken to.
    pub language: Language,
    /// The body that answered.
    pub organisation: OrganisationCode,
    /// The number to call.
    pub number: String,
    /// How often it was tried.
    pub attempts: u32,
}

/// What somebody who was drawn says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyAnswer {
    /// Was it solved?
    pub resolved: Resolved,
    /// Were they treated properly?
    pub treatment: Option<Treatment>,
    /// What they say where they want it examined again; empty where they do not.
    pub reopen: String,
}

impl Clerks {
    /// Promises whoever an agent speaks with to call them back.
    pub async fn promise_call_back(
        &self,
        officer: Officer,
        call: CallId,
        promise: Promise,
    ) -> Result<CallBackId, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        let promised = self
            .write(move |tx, circumstances| {
                let stored = in_hand_of(tx, &officer, call)?;
                let known = caller::find(tx, call)?.unwrap_or_default();
                let number = promise
                    .number
                    .as_ref()
                    .map(|phone| phone.as_str().to_owned())
                    .or(known.number)
                    .ok_or(Trouble::NotAcceptable("error-call-back-number"))?;
                let back = CallBack::promise(promise.from, promise.until, circumstances.now)
                    .map_err(refused)?;
                let about = line(&promise.about);
                if about.chars().count() > ABOUT_LIMIT {
                    return Err(Trouble::NotAcceptable("error-call-notes"));
                }
                let id = CallBackId::new(circumstances.uuid());
                let new = StoredBack {
                    id,
                    kind: BackKind::Promised,
                    call: Some(call),
                    case: None,
                    language: stored.language,
                    back,
                    promised_by: Some(officer.id),
                    promised_at: circumstances.now,
                };
                kept::insert(tx, &new, Some(&BackTo { number, about }))?;
                Ok(id)
            })
            .await?;
        self.bell().ring();
        Ok(promised)
    }

    /// Promises a caller who asked the exchange's menu for it to call them back. None where they hide their number.
    pub async fn call_back_wanted(
        &self,
        call: ExternalCall,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Option<CallBackId>, Trouble> {
        let promised = self
            .write(move |tx, circumstances| {
                let stored = calls::find_external(tx, call.exchange(), call.id())?
                    .ok_or(Trouble::NotFound)?;
                let known = caller::find(tx, stored.id)?.unwrap_or_default();
                let Some(number) = known.number else {
                    return Ok(None);
                };
                let back = CallBack::promise(from, until, circumstances.now).map_err(refused)?;
                let id = CallBackId::new(circumstances.uuid());
                let new = StoredBack {
                    id,
                    kind: BackKind::Promised,
                    call: Some(stored.id),
                    case: None,
                    language: stored.language,
                    back,
                    promised_by: None,
                    promised_at: circumstances.now,
                };
                let about = String::new();
                kept::insert(tx, &new, Some(&BackTo { number, about }))?;
                Ok(Some(id))
            })
            .await?;
        self.bell().ring();
        Ok(promised)
    }

    /// Notes what came of an attempt, where it had been tried as often as `seen`.
    pub async fn attempt_call_back(
        &self,
        officer: Officer,
        id: CallBackId,
        seen: u32,
        attempted: Attempted,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.write(move |tx, circumstances| {
            let stored = kept::find(tx, id)?.ok_or(Trouble::NotFound)?;
            if stored.back.attempts != seen {
                return Err(Trouble::Stale);
            }
            attempt(tx, circumstances, &officer, &stored, attempted)
        })
        .await?;
        self.bell().ring();
        Ok(())
    }

    /// Promised calls that wait, by when they are to be made, behind the end of the page before.
    pub async fn call_backs(
        &self,
        officer: Officer,
        after: Option<String>,
    ) -> Result<BackPage, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.read(move |tx, circumstances| {
            let place = after
                .as_deref()
                .and_then(place)
                .unwrap_or((i64::MIN, Uuid::nil()));
            let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
            let mut found = kept::waiting(tx, place, limit)?;
            let has_more = found.len() > PAGE;
            found.truncate(PAGE);
            let next = found
                .last()
                .filter(|_| has_more)
                .and_then(|last| Some((last.back.next?, last.id)))
                .map(|(at, id)| format!("{}.{}", at.as_microsecond(), id.as_uuid().simple()));
            let mut lines = Vec::with_capacity(found.len());
            // Those who were drawn stand in the list of the draw.
            for stored in found
                .into_iter()
                .filter(|stored| stored.kind == BackKind::Promised)
            {
                let to = kept::to(tx, stored.id)?;
                let (number, about) =
                    to.map_or((None, String::new()), |to| (Some(to.number), to.about));
                lines.push(BackLine {
                    id: stored.id,
                    language: stored.language,
                    back: stored.back,
                    number,
                    about,
                });
            }
            Ok(BackPage {
                lines,
                next,
                now: circumstances.now,
            })
        })
        .await
    }

    /// What an agent needs to call somebody who was drawn. That the number was shown stands on the audit trail.
    pub async fn survey_talk(&self, officer: Officer, case: CaseId) -> Result<SurveyTalk, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.write(move |tx, circumstances| {
            must_be_to_call(tx, case)?;
            let stored = state::find(tx, case)?.ok_or(Trouble::NotFound)?;
            let person = stored.case.person.ok_or(Trouble::NotFound)?;
            let number = people::contacts(tx, person)?
                .into_iter()
                .find(|contact| contact.kind == "phone")
                .ok_or(Trouble::NotFound)?
                .value;
            let tried = kept::of_survey(tx, case)?;
            let deed = Deed {
                action: "contacts.show",
                object: stored.case.reference.as_str(),
                organisation: Some(stored.case.organisation.as_str()),
                detail: Some("survey"),
            };
            audit::note(tx, circumstances, &officer, deed)?;
            Ok(SurveyTalk {
                case,
                reference: stored.case.reference.to_string(),
                version: stored.case.version,
                language: stored.case.language,
                organisation: stored.case.organisation.clone(),
                number,
                attempts: tried.map_or(0, |tried| tried.back.attempts),
            })
        })
        .await
    }

    /// Notes that somebody who was drawn was not reached, or wants no call.
    pub async fn attempt_survey(
        &self,
        officer: Officer,
        case: CaseId,
        attempted: Attempted,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.write(move |tx, circumstances| {
            must_be_to_call(tx, case)?;
            let stored = of_survey(tx, circumstances, case)?;
            attempt(tx, circumstances, &officer, &stored, attempted)
        })
        .await?;
        self.bell().ring();
        Ok(())
    }

    /// Keeps what somebody who was drawn says: their judgement, as they would give it themselves, and that they want the case
    /// examined again.
    pub async fn answer_survey(
        &self,
        officer: Officer,
        case: CaseId,
        version: u32,
        answer: SurveyAnswer,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.write(move |tx, circumstances| {
            must_be_to_call(tx, case)?;
            let stored = of_survey(tx, circumstances, case)?;
            let judge = FilerAct::Judge {
                resolved: answer.resolved,
                treatment: answer.treatment,
            };
            act_for_filer(tx, circumstances, case, version, &judge, &Actor::Filer)?;
            let after = state::find(tx, case)?.ok_or(Trouble::NotFound)?;
            if !answer.reopen.is_empty() {
                let reopen = FilerAct::Reopen(answer.reopen.clone());
                let version = after.case.version;
                act_for_filer(tx, circumstances, case, version, &reopen, &Actor::Filer)?;
            }
            let deed = Deed {
                action: "call.act",
                object: after.case.reference.as_str(),
                organisation: Some(after.case.organisation.as_str()),
                detail: Some("survey"),
            };
            audit::note(tx, circumstances, &officer, deed)?;
            attempt(tx, circumstances, &officer, &stored, Attempted::Reached)
        })
        .await?;
        self.bell().ring();
        Ok(())
    }
}

const fn refused(refusal: BackRefusal) -> Trouble {
    Trouble::NotAcceptable(refusal.key())
}

/// Refuses to speak of a case that was not drawn to be asked about by telephone, or of which there is nothing to ask any more.
fn must_be_to_call(tx: &mut Tx<'_>, case: CaseId) -> Result<(), Trouble> {
    let member = survey::of_case(tx, case)?.ok_or(Trouble::NotFound)?;
    if member.asking != Asking::ToCall {
        return Err(Trouble::NotFound);
    }
    if is_over(tx, case, member.sequence)? {
        return Err(Trouble::NotAcceptable("error-call-back-over"));
    }
    Ok(())
}

/// The calls to somebody who was drawn, begun where there are none.
fn of_survey(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: CaseId,
) -> Result<StoredBack, Trouble> {
    if let Some(stored) = kept::of_survey(tx, case)? {
        return Ok(stored);
    }
    let now = circumstances.now;
    let until = now
        .checked_add((SURVEY_DAYS * 24).hours())
        .unwrap_or(Timestamp::MAX);
    let new = StoredBack {
        id: CallBackId::new(circumstances.uuid()),
        kind: BackKind::Survey,
        call: None,
        case: Some(case),
        language: None,
        back: CallBack::promise(now, until, now).map_err(refused)?,
        promised_by: None,
        promised_at: now,
    };
    kept::insert(tx, &new, None)?;
    Ok(new)
}

fn attempt(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    stored: &StoredBack,
    attempted: Attempted,
) -> Result<(), Trouble> {
    let after = stored
        .back
        .after(attempted, circumstances.now)
        .map_err(refused)?;
    if !kept::settle(tx, stored.id, &after, stored.back.attempts)? {
        return Err(Trouble::Stale);
    }
    kept::insert_attempt(
        tx,
        stored.id,
        after.attempts,
        officer.id,
        attempted,
        circumstances.at(),
    )?;
    Ok(())
}

fn place(after: &str) -> Option<(i64, Uuid)> {
    let (at, id) = after.split_once('.')?;
    Some((at.parse().ok()?, Uuid::try_parse(id).ok()?))
}

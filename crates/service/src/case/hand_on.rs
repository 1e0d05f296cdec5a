//! Cases of those who leave: handed on to colleagues, back to those nobody has, or up to a body that can examine them.

use std::collections::BTreeSet;

use chikaya_domain::{
    access::Action,
    case::{Actor, Case, ClimbCause, Command, Stage, Track},
    id::{CaseId, OrganisationCode, StaffId},
    responsibility::{self, Examiner},
};
use chikaya_store::{
    StoreError, Tx,
    case::state::{self, StoredCase},
    staff::{self as people, StoredStaff},
};
use jiff::civil::Date;
use uuid::Uuid;

use super::{record, report::may_process};
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    named::Colleague,
    staff::{Officer, Switch},
};

/// Open cases of someone that are shown, and handed on in one go, at most; those beyond follow with the next.
pub const HELD_AT_MOST: i64 = 200;

/// Colleagues asked about at most.
const COLLEAGUES: i64 = 200;

/// An open case as an administrator sees it, who hands it on and never reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldCase {
    /// Its reference.
    pub reference: String,
    /// The body that has it.
    pub organisation: OrganisationCode,
    /// Where it stands.
    pub stage: Stage,
    /// Last day for the answer.
    pub answer_due: Date,
}

/// What someone who is to leave holds, and who could take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Open cases, due first before others, [`HELD_AT_MOST`] at most; without reports of wrongdoing.
    pub cases: Vec<HeldCase>,
    /// Whether there are more.
    pub has_more: bool,
    /// Colleagues of the same organisation who may work on cases.
    pub receivers: Vec<Colleague>,
}

/// What became of the cases of someone who left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Handed {
    /// Given to colleagues.
    pub given: u64,
    /// Back among those nobody has.
    pub unassigned: u64,
    /// Brought before a body above, because nobody of their own could examine them.
    pub climbed: u64,
}

/// What became of one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Given,
    Unassigned,
    Climbed,
    /// It was no longer theirs.
    Elsewhere,
}

impl Clerks {
    /// The open cases of someone, and the colleagues to whom they could go.
    pub async fn held_by(&self, officer: Officer, id: StaffId) -> Result<Held, Trouble> {
        officer.must_be_allowed(Action::ManagePeople)?;
        self.read(move |tx, _| {
            let member = people::find(tx, id)?.ok_or(Trouble::NotFound)?;
            let mut found = state::held_by(tx, id, BEFORE_ALL, HELD_AT_MOST + 1)?;
            let limit = usize::try_from(HELD_AT_MOST).unwrap_or(usize::MAX);
            let has_more = found.len() > limit;
            found.truncate(limit);
            let mut cases = Vec::with_capacity(found.len());
            for case in found {
                let Some(StoredCase { case, .. }) = state::find(tx, case)? else {
                    continue;
                };
                // It is handed on like the others, and not listed to whoever may not know of it.
                if case.track.is_confidential() {
                    continue;
                }
                cases.push(HeldCase {
                    reference: case.reference.to_string(),
                    organisation: case.organisation,
                    stage: case.stage,
                    answer_due: case.answer_due,
                });
            }
            let colleagues = people::list_of_organisation(tx, &member.organisation, COLLEAGUES)?;
            let may_receive: BTreeSet<StaffId> = colleagues
                .iter()
                .filter(|colleague| colleague.id != id && may_process(colleague, Track::Ordinary))
                .map(|colleague| colleague.id)
                .collect();
            // All of the list, so that a colleague is told apart from whoever leaves and bears the same name.
            let mut receivers = Colleague::list(colleagues);
            receivers.retain(|colleague| may_receive.contains(&colleague.id));
            Ok(Held {
                cases,
                has_more,
                receivers,
            })
        })
        .await
    }

    /// Switches someone off and hands their open cases on: in turn to `receivers`, and what none of them can take back
    /// to those nobody has, or up. Each case is a change of its own, with its event; what is left when this breaks off
    /// is found by [`Clerks::take_up_what_was_left`].
    pub async fn switch_off(
        &self,
        officer: Officer,
        id: StaffId,
        version: i64,
        receivers: Vec<StaffId>,
    ) -> Result<Handed, Trouble> {
        self.switch_member(officer.clone(), id, version, Switch::Off)
            .await?;
        self.hand_on(officer, id, receivers).await
    }

    /// Hands the open cases of someone on who works on them no more.
    pub async fn hand_on(
        &self,
        officer: Officer,
        id: StaffId,
        receivers: Vec<StaffId>,
    ) -> Result<Handed, Trouble> {
        officer.must_be_allowed(Action::ManagePeople)?;
        let mut handed = Handed::default();
        let mut turn = 0;
        let mut after = (BEFORE_ALL.0.to_owned(), BEFORE_ALL.1);
        loop {
            let from = after.clone();
            let found: Vec<(CaseId, String)> = self
                .read(move |tx, _| {
                    let mut found = Vec::new();
                    for case in state::held_by(tx, id, (&from.0, from.1), HELD_AT_MOST)? {
                        if let Some(stored) = state::find(tx, case)? {
                            found.push((case, stored.case.answer_due.to_string()));
                        }
                    }
                    Ok(found)
                })
                .await?;
            let Some((last, day)) = found.last() else {
                break;
            };
            after = (day.clone(), last.as_uuid());
            for (case, _) in found {
                let asked = receivers.clone();
                let actor = officer.actor();
                let fate = self
                    .write(move |tx, circumstances| {
                        let asked = rotated(&asked, turn);
                        hand_one_on(tx, circumstances, case, id, &asked, &actor)
                    })
                    .await?;
                turn += usize::from(fate == Fate::Given);
                handed.count(fate);
            }
        }
        if handed != Handed::default() {
            self.write(move |tx, circumstances| {
                let member = people::find(tx, id)?.ok_or(Trouble::NotFound)?;
                audit::note(
                    tx,
                    circumstances,
                    &officer,
                    Deed {
                        action: "person.hand-on",
                        object: &id.to_string(),
                        organisation: Some(member.organisation.as_str()),
                        detail: Some(&handed.detail()),
                    },
                )
            })
            .await?;
        }
        // These were nobody's: they are no part of what became of the cases of whoever left.
        self.bring_up_what_nobody_can_examine(id).await?;
        Ok(handed)
    }

    /// Whoever left may have been the last who could work on cases of their body: what nobody has there climbs too.
    async fn bring_up_what_nobody_can_examine(&self, left: StaffId) -> Result<(), Trouble> {
        loop {
            let found = self
                .read(move |tx, _| {
                    let member = people::find(tx, left)?.ok_or(Trouble::NotFound)?;
                    let body = &member.organisation;
                    if workers(tx, body, Track::Ordinary)?.is_empty() {
                        return Ok(state::nobodys(tx, body, HELD_AT_MOST)?);
                    }
                    // Whoever is left may be none of the few who read reports of wrongdoing.
                    let mut reports = Vec::new();
                    if workers(tx, body, Track::Wrongdoing)?.is_empty() {
                        for case in state::nobodys(tx, body, HELD_AT_MOST)? {
                            let stored = state::find(tx, case)?;
                            if stored.is_some_and(|stored| stored.case.track.is_confidential()) {
                                reports.push(case);
                            }
                        }
                    }
                    Ok(reports)
                })
                .await?;
            let mut went = 0;
            for case in found {
                let did = self
                    .write(move |tx, circumstances| match state::find(tx, case)? {
                        Some(mut stored) => climb_if_nobody(tx, circumstances, &mut stored),
                        None => Ok(false),
                    })
                    .await?;
                went += u64::from(did);
            }
            // Where nobody above can take them either, they stay where they are.
            if went == 0 {
                return Ok(());
            }
        }
    }

    /// Finds open cases whose officer may not sign in any more and lets each wait for another, or climb where there is
    /// none; answers what became of them. Nothing is found as a rule: those who are switched off hand on what they
    /// have at once.
    pub async fn take_up_what_was_left(&self, limit: i64) -> Result<Handed, Trouble> {
        let found = self
            .read(move |tx, _| Ok(state::left_behind(tx, limit)?))
            .await?;
        let mut handed = Handed::default();
        for case in found {
            let fate = self
                .write(move |tx, circumstances| {
                    let Some(stored) = state::find(tx, case)? else {
                        return Ok(Fate::Elsewhere);
                    };
                    let Some(from) = stored.case.officer else {
                        return Ok(Fate::Elsewhere);
                    };
                    if people::find(tx, from)?.is_some_and(|member| member.is_active) {
                        return Ok(Fate::Elsewhere);
                    }
                    hand_one_on(tx, circumstances, case, from, &[], &Actor::System)
                })
                .await?;
            handed.count(fate);
        }
        Ok(handed)
    }
}

impl Handed {
    fn count(&mut self, fate: Fate) {
        match fate {
            Fate::Given => self.given += 1,
            Fate::Unassigned => self.unassigned += 1,
            Fate::Climbed => self.climbed += 1,
            Fate::Elsewhere => {}
        }
    }

    /// As the audit trail says it.
    fn detail(&self) -> String {
        format!(
            "given: {}; unassigned: {}; climbed: {}",
            self.given, self.unassigned, self.climbed
        )
    }
}

/// Before the first case of any queue.
const BEFORE_ALL: (&str, Uuid) = ("", Uuid::nil());

/// The receivers in the order in which they are asked next, so that each gets as many as another.
fn rotated(receivers: &[StaffId], turn: usize) -> Vec<StaffId> {
    let mut order = receivers.to_vec();
    if !order.is_empty() {
        let first = turn % order.len();
        order.rotate_left(first);
    }
    order
}

/// Hands one case of `from` on: to the first of `receivers` who may take it, else back to those nobody has, and up where
/// nobody of its body could take it from there.
fn hand_one_on(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: CaseId,
    from: StaffId,
    receivers: &[StaffId],
    actor: &Actor,
) -> Result<Fate, Trouble> {
    let Some(mut stored) = state::find(tx, case)? else {
        return Ok(Fate::Elsewhere);
    };
    if stored.case.officer != Some(from) || !stored.case.stage.is_open() {
        return Ok(Fate::Elsewhere);
    }
    for receiver in receivers {
        if let Some(member) = people::find(tx, *receiver)?
            && *receiver != from
            && can_take(circumstances, &member, &stored.case)
        {
            let give = Command::Assign {
                officer: *receiver,
                unit: member.unit,
            };
            record::carry_out(tx, circumstances, &mut stored, &give, actor, &[])?;
            return Ok(Fate::Given);
        }
    }
    record::carry_out(
        tx,
        circumstances,
        &mut stored,
        &Command::Unassign,
        actor,
        &[],
    )?;
    Ok(if climb_if_nobody(tx, circumstances, &mut stored)? {
        Fate::Climbed
    } else {
        Fate::Unassigned
    })
}

/// Brings a case before a body above when nobody of its own can examine it; answers whether it did.
pub(crate) fn climb_if_nobody(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &mut StoredCase,
) -> Result<bool, Trouble> {
    let country = circumstances.country;
    let track = stored.case.track;
    let found = responsibility::examiner(
        &stored.case,
        &country.organisations,
        &country.reform_authority,
        |body| workers(tx, body, track),
    )?;
    let Examiner::Above(to) = found else {
        return Ok(false);
    };
    let cause = if workers(tx, &stored.case.organisation, track)?.is_empty() {
        ClimbCause::NobodyLeft
    } else {
        ClimbCause::AnsweredByAll
    };
    let climb = Command::Climb { to, cause };
    record::carry_out(tx, circumstances, stored, &climb, &Actor::System, &[])?;
    Ok(true)
}

/// Those who may sign in and work on cases of a track of a body.
pub(super) fn workers(
    tx: &mut Tx<'_>,
    body: &OrganisationCode,
    track: Track,
) -> Result<Vec<StaffId>, StoreError> {
    Ok(people::list_of_organisation(tx, body, COLLEAGUES)?
        .into_iter()
        .filter(|member| may_process(member, track))
        .map(|member| member.id)
        .collect())
}

fn can_take(circumstances: &Circumstances<'_>, member: &StoredStaff, case: &Case) -> bool {
    member.is_active
        && may_process(member, case.track)
        && !case.answered_by.contains(&member.id)
        && circumstances
            .country
            .organisations
            .is_within(&member.organisation, &case.organisation)
}

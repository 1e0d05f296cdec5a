//! The work of an organisation by its officers, for those who assign: how much each has, what it is, and several cases handed
//! over at once.

use std::collections::BTreeMap;

use chikaya_domain::{
    access::{Action, Role},
    id::StaffId,
    reference::Reference,
};
use chikaya_store::{
    Tx,
    case::{
        queue::{self, Narrowing, Order, Queue},
        state,
    },
    staff as people,
};
use jiff::civil::Date;

use super::{
    act::{assignment, permit},
    hand_on::HELD_AT_MOST,
    line::{Line, read_lines},
    record,
    report::{may_process, reports_for},
};
use crate::{Circumstances, Clerks, Trouble, named::Colleague, staff::Officer};

/// Colleagues listed at most.
const COLLEAGUES: i64 = 200;

/// Officers whose cases are counted at most: those listed are among them, and those who left.
const COUNTED: i64 = 5_000;

/// What a colleague has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workload {
    /// Who.
    pub colleague: Colleague,
    /// Their role.
    pub role: Role,
    /// Open cases in their charge.
    pub open: i64,
    /// Those of them whose time is over.
    pub late: i64,
}

/// The open cases of a colleague, and to whom they could go.
#[derive(Clone, Debug)]
pub struct CasesOfColleague {
    /// Whose.
    pub colleague: Colleague,
    /// The cases, due first before others, [`HELD_AT_MOST`] at most.
    pub lines: Vec<Line>,
    /// Whether there are more.
    pub has_more: bool,
    /// Whom they can be given to.
    pub receivers: Vec<Colleague>,
    /// Today, to tell what is late.
    pub today: Date,
}

/// What became of cases that were to be handed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HandedOver {
    /// Given to the colleague.
    pub given: u64,
    /// Left where they were: no longer with whom they were taken from, or not to be examined by whoever should get them.
    pub left: u64,
}

impl Clerks {
    /// What each colleague of one's organisation has to do who may work on cases, by name.
    pub async fn workloads(&self, officer: Officer) -> Result<Vec<Workload>, Trouble> {
        officer.must_be_allowed(Action::Assign)?;
        self.read(move |tx, circumstances| workloads(tx, circumstances, &officer))
            .await
    }

    /// The open cases of a colleague of one's organisation.
    pub async fn cases_of_colleague(
        &self,
        officer: Officer,
        colleague: StaffId,
    ) -> Result<CasesOfColleague, Trouble> {
        officer.must_be_allowed(Action::Assign)?;
        self.read(move |tx, circumstances| {
            let mut receivers: Vec<Colleague> = at_work(tx, &officer)?
                .into_iter()
                .map(|(colleague, _)| colleague)
                .collect();
            let place = receivers
                .iter()
                .position(|receiver| receiver.id == colleague)
                .ok_or(Trouble::NotFound)?;
            let colleague = receivers.remove(place);
            let narrowing = Narrowing::nothing(reports_for(&officer));
            let theirs = Queue::Officer(colleague.id);
            let mut found = queue::page(
                tx,
                &theirs,
                &narrowing,
                Order::DueFirst,
                None,
                HELD_AT_MOST + 1,
            )?;
            let limit = usize::try_from(HELD_AT_MOST).unwrap_or(usize::MAX);
            let has_more = found.len() > limit;
            found.truncate(limit);
            found.retain(|line| line.organisation == officer.organisation.as_str());
            Ok(CasesOfColleague {
                colleague,
                lines: read_lines(found)?,
                has_more,
                receivers,
                today: circumstances.today(),
            })
        })
        .await
    }

    /// Gives cases of one colleague to another, each as a change of its own. One that is no longer theirs, or that the
    /// other may not examine, stays where it is.
    pub async fn hand_over(
        &self,
        officer: Officer,
        from: StaffId,
        cases: Vec<Reference>,
        to: StaffId,
    ) -> Result<HandedOver, Trouble> {
        officer.must_be_allowed(Action::Assign)?;
        let mut handed = HandedOver::default();
        let limit = usize::try_from(HELD_AT_MOST).unwrap_or(usize::MAX);
        for reference in cases.into_iter().take(limit) {
            let officer = officer.clone();
            let given = self
                .write(move |tx, circumstances| {
                    hand_one_over(tx, circumstances, &officer, from, &reference, to)
                })
                .await;
            match given {
                Ok(true) => handed.given += 1,
                // Elsewhere by now, or changed just now.
                Ok(false)
                | Err(
                    Trouble::Refused(_)
                    | Trouble::NotAcceptable(_)
                    | Trouble::NotFound
                    | Trouble::Forbidden
                    | Trouble::Stale,
                ) => handed.left += 1,
                Err(trouble) => return Err(trouble),
            }
        }
        Ok(handed)
    }
}

/// What each colleague of someone's organisation has to do who may work on cases, by name.
pub(crate) fn workloads(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
) -> Result<Vec<Workload>, Trouble> {
    let counted = counted(tx, circumstances, officer)?;
    Ok(at_work(tx, officer)?
        .into_iter()
        .map(|(colleague, role)| {
            let (open, late) = counted.get(&colleague.id).copied().unwrap_or_default();
            Workload {
                colleague,
                role,
                open,
                late,
            }
        })
        .collect())
}

/// How many open cases each officer of someone's organisation has who has any, and how many of them are late.
pub(crate) fn counted(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
) -> Result<BTreeMap<StaffId, (i64, i64)>, Trouble> {
    let today = circumstances.today().to_string();
    let (body, reports) = (&officer.organisation, reports_for(officer));
    Ok(queue::workloads(tx, body, &today, reports, COUNTED)?
        .into_iter()
        .map(|load| (load.officer, (load.open, load.late)))
        .collect())
}

/// Gives one case over; answers whether it was theirs.
fn hand_one_over(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    from: StaffId,
    reference: &Reference,
    to: StaffId,
) -> Result<bool, Trouble> {
    let mut stored = state::find_by_reference(tx, reference)?.ok_or(Trouble::NotFound)?;
    permit(circumstances.country, officer, &stored.case, Action::Assign)?;
    if stored.case.officer != Some(from) || from == to {
        return Ok(false);
    }
    let give = assignment(tx, circumstances.country, &stored.case, to)?;
    let actor = officer.actor();
    record::carry_out(tx, circumstances, &mut stored, &give, &actor, &[])?;
    Ok(true)
}

/// Those of an organisation who may work on ordinary cases, by name, with their roles.
fn at_work(tx: &mut Tx<'_>, officer: &Officer) -> Result<Vec<(Colleague, Role)>, Trouble> {
    let members = people::list_of_organisation(tx, &officer.organisation, COLLEAGUES)?;
    let roles: BTreeMap<StaffId, Role> = members
        .iter()
        .filter(|member| may_process(member, chikaya_domain::case::Track::Ordinary))
        .filter_map(|member| Some((member.id, Role::from_word(&member.role)?)))
        .collect();
    // All of the list, so that two of one name are told apart even where one of them works on no case.
    Ok(Colleague::list(members)
        .into_iter()
        .filter_map(|colleague| {
            let role = *roles.get(&colleague.id)?;
            Some((colleague, role))
        })
        .collect())
}

//! Reminders of reports that are due: to the heads of administrations that have not sent theirs, on days that the policy
//! names, and to whoever writes when a report comes back.

use std::collections::BTreeSet;

use chikaya_domain::{
    access::{self, Action, Role, Standing},
    annual::{Fact, Kind, Year},
    clock::Policy,
    id::{OrganisationCode, StaffId},
    organisation::OrganisationKind,
};
use chikaya_store::{
    Tx,
    annual::{self as store, StoredAnnual},
    setting, staff as people,
};
use jiff::{ToSpan as _, civil::Date};

use super::keep::put;
use crate::{
    Circumstances, Clerks, Trouble,
    message::order::{self, AnnualOccasion, AnnualOrder, Order},
};

/// Where it is kept until which day reminders were sent, and up to which body those of the next day were.
const MARK: &str = "annual.reminded";

/// Bodies looked at in one transaction.
const ROUND: usize = 100;

/// People of a body who are told, at most.
const COLLEAGUES: i64 = 50;

/// Days after the last one on which those who still have not sent their report are reminded.
const AFTER: [i64; 2] = [1, 31];

/// How far reminders are: the day, and the body after which its round goes on; all of them where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    day: Date,
    after: Option<String>,
}

impl Mark {
    fn read(text: &str) -> Option<Self> {
        let (day, after) = text
            .split_once(' ')
            .map_or((text, None), |(day, after)| (day, Some(after.to_owned())));
        Some(Self {
            day: day.parse().ok()?,
            after,
        })
    }

    fn write(&self) -> String {
        match &self.after {
            None => self.day.to_string(),
            Some(after) => format!("{} {after}", self.day),
        }
    }
}

impl Clerks {
    /// Reminds heads of administrations of reports that are due, some bodies in each round; answers whether there is more.
    /// To be called by workers. A new instance begins with the day on which this is called first.
    pub async fn remind_of_annuals(&self) -> Result<bool, Trouble> {
        let is_sample = self.is_demo();
        self.write(move |tx, circumstances| {
            let today = circumstances.today();
            let kept = setting::find(tx, MARK)?;
            let Some(mark) = kept.as_deref().and_then(Mark::read) else {
                let begun = Mark {
                    day: today,
                    after: None,
                };
                setting::put(tx, MARK, &begun.write())?;
                return Ok(false);
            };
            let next = match &mark.after {
                Some(_) => Some(mark.day),
                None => next_day(circumstances.policy(), mark.day, today),
            };
            let Some(day) = next else { return Ok(false) };
            // A round for a day that passed while nothing ran reminds of what is due today.
            let Ok(year) = Year::new(day.year() - 1) else {
                return Ok(false);
            };
            let after = remind(tx, circumstances, year, mark.after.as_deref(), is_sample)?;
            let has_more = after.is_some();
            setting::put(tx, MARK, &Mark { day, after }.write())?;
            Ok(has_more)
        })
        .await
    }
}

/// The days of a year on which reminders go, for one last day.
fn days(policy: &Policy, due: Date) -> impl Iterator<Item = Date> + '_ {
    let before = policy
        .reminder_days
        .iter()
        .filter_map(move |days| due.checked_sub(i64::from(*days).days()).ok());
    let behind = AFTER
        .into_iter()
        .filter_map(move |days| due.checked_add(days.days()).ok());
    before.chain(behind)
}

/// The last day until today on which reminders go that is behind the mark.
fn next_day(policy: &Policy, mark: Date, today: Date) -> Option<Date> {
    [policy.report_due, policy.synthesis_due]
        .into_iter()
        .flatten()
        .filter_map(|due| due.of(today.year()))
        .flat_map(|due| days(policy, due).collect::<Vec<_>>())
        .filter(|day| mark < *day && *day <= today)
        .max()
}

/// Reminds the next bodies; answers after which of them the next round goes on.
fn remind(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    year: Year,
    after: Option<&str>,
    is_sample: bool,
) -> Result<Option<String>, Trouble> {
    let country = circumstances.country;
    let policy = circumstances.policy();
    let today = circumstances.today();
    let due_of = |kind| match kind {
        Kind::Report => policy.report_due,
        Kind::Synthesis => policy.synthesis_due,
    };
    // Long before its last day nobody is reminded: the days of the other kind of report come in between.
    let first = |kind| {
        let due = due_of(kind)?.of(today.year())?;
        let first = days(policy, due).min()?;
        (first <= today).then_some(due)
    };
    if after.is_none()
        && let Some(due) = first(Kind::Synthesis)
    {
        let authority = &country.reform_authority;
        let begun = store::find_of(tx, authority, Kind::Synthesis, year, is_sample)?;
        let whom = of_roles(tx, authority, |role| {
            access::allows(role, Action::WriteSynthesis, Standing::Own)
        })?;
        tell(tx, circumstances, (authority, year, due), begun, whom)?;
    }
    let Some(due) = first(Kind::Report) else {
        return Ok(None);
    };
    let delivered: BTreeSet<OrganisationCode> = store::of_year(tx, Kind::Report, year, is_sample)?
        .into_iter()
        .filter(|annual| annual.stage().is_delivered())
        .map(|annual| annual.organisation)
        .collect();
    let owing: Vec<&OrganisationCode> = country
        .organisations
        .all()
        .filter(|body| body.kind != OrganisationKind::Unit && body.receives)
        .map(|body| &body.code)
        .filter(|code| after.is_none_or(|after| code.as_str() > after))
        .take(ROUND + 1)
        .collect();
    for code in owing.iter().take(ROUND) {
        if delivered.contains(*code) {
            continue;
        }
        let heads = of_roles(tx, code, |role| role == Role::AdministrationHead)?;
        let whom = if heads.is_empty() {
            of_roles(tx, code, |role| {
                access::allows(role, Action::WriteAnnual, Standing::Own)
            })?
        } else {
            heads
        };
        if whom.is_empty() {
            continue;
        }
        let begun = store::find_of(tx, code, Kind::Report, year, is_sample)?;
        tell(tx, circumstances, (code, year, due), begun, whom)?;
    }
    Ok((owing.len() > ROUND).then(|| owing[ROUND - 1].to_string()))
}

fn tell(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    (body, year, due): (&OrganisationCode, Year, Date),
    begun: Option<StoredAnnual>,
    whom: Vec<StaffId>,
) -> Result<(), Trouble> {
    if begun
        .as_ref()
        .is_some_and(|annual| annual.stage().is_delivered())
    {
        return Ok(());
    }
    for staff in whom {
        let order = Order::Annual(AnnualOrder {
            staff,
            organisation: body.clone(),
            year,
            occasion: AnnualOccasion::Due(due),
        });
        order::push(tx, circumstances, &order)?;
    }
    // On the record of a report that is begun it stands, too.
    if let Some(annual) = begun.filter(|annual| annual.kind() == Kind::Report) {
        put(tx, circumstances, None, &annual, &Fact::Reminded)?;
    }
    Ok(())
}

/// Orders the message that a report came back.
pub(super) fn tell_returned(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    annual: &StoredAnnual,
) -> Result<(), Trouble> {
    let action = match annual.kind() {
        Kind::Report => Action::WriteAnnual,
        Kind::Synthesis => Action::WriteSynthesis,
    };
    let whom = of_roles(tx, &annual.organisation, |role| {
        access::allows(role, action, Standing::Own)
    })?;
    for staff in whom {
        let order = Order::Annual(AnnualOrder {
            staff,
            organisation: annual.organisation.clone(),
            year: annual.year,
            occasion: AnnualOccasion::Returned,
        });
        order::push(tx, circumstances, &order)?;
    }
    Ok(())
}

/// Those of a body who are at work and have such a role.
fn of_roles(
    tx: &mut Tx<'_>,
    body: &OrganisationCode,
    wanted: impl Fn(Role) -> bool,
) -> Result<Vec<StaffId>, Trouble> {
    Ok(people::list_of_organisation(tx, body, COLLEAGUES)?
        .into_iter()
        .filter(|member| member.is_active)
        .filter(|member| Role::from_word(&member.role).is_some_and(&wanted))
        .map(|member| member.id)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_was_written() {
        for text in ["2027-02-01", "2027-02-01 commune-09-581-01-07"] {
            assert_eq!(Mark::read(text).unwrap().write(), text);
        }
        assert_eq!(Mark::read("soon"), None);
    }
}

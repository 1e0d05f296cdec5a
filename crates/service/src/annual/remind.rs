//! Reminders of reports that are due: to the heads of administrations that have not sent theirs, on days that the policy
//! names, and to whoever writes when a report comes back.

use chikaya_domain::{
    access::{self, Action, Role, Standing},
    annual::{Fact, Kind, Stage, Year},
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

use super::keep::{put, with_units};
use crate::{
    Circumstances, Clerks, Country, Trouble,
    message::order::{self, AnnualOccasion, AnnualOrder, Order},
};

/// Where it is kept until which day reminders were sent, and how far those of that day are.
const MARK: &str = "annual.reminded";

/// Bodies looked at in one transaction.
const ROUND: usize = 100;

/// Days after the last one on which those who still have not sent their report are reminded.
const AFTER: [i64; 2] = [1, 31];

/// How far reminders are: every day until one is done, but for the bodies behind one, of whom a report is due.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    day: Date,
    going_on: Option<(Date, String)>,
}

impl Mark {
    fn read(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let day = words.next()?.parse().ok()?;
        let going_on = match (words.next(), words.next()) {
            (Some(due), Some(after)) => Some((due.parse().ok()?, after.to_owned())),
            _ => None,
        };
        Some(Self { day, going_on })
    }

    fn write(&self) -> String {
        match &self.going_on {
            None => self.day.to_string(),
            Some((due, after)) => format!("{} {due} {after}", self.day),
        }
    }
}

impl Clerks {
    /// Reminds heads of administrations of reports that are due, some bodies in each round; answers whether there is more.
    /// To be called by workers: of several one does a round. A new instance begins with the day on which this is called
    /// first.
    pub async fn remind_of_annuals(&self) -> Result<bool, Trouble> {
        let is_sample = self.is_demo();
        self.write(move |tx, circumstances| {
            let today = circumstances.today();
            let begun = Mark {
                day: today,
                going_on: None,
            };
            let Some(text) = setting::find(tx, MARK)? else {
                setting::put_once(tx, MARK, &begun.write())?;
                return Ok(false);
            };
            let Some(mark) = Mark::read(&text) else {
                setting::put(tx, MARK, &begun.write())?;
                return Ok(false);
            };
            let policy = circumstances.policy();
            let (due, after) = match &mark.going_on {
                Some((due, after)) => (Some(*due), Some(after.as_str())),
                None => (due_on(policy, Kind::Report, mark.day, today), None),
            };
            let synthesis = match mark.going_on {
                Some(_) => None,
                None => due_on(policy, Kind::Synthesis, mark.day, today),
            };
            if due.is_none() && synthesis.is_none() {
                return Ok(false);
            }
            let owing = match due {
                None => Vec::new(),
                Some(_) => owing(circumstances.country, after),
            };
            let going_on = due.filter(|_| owing.len() > ROUND).map(|due| {
                let last = owing[ROUND - 1].to_string();
                (due, last)
            });
            let next = Mark {
                day: today,
                going_on,
            };
            // Whoever comes second finds it moved, and sends nothing.
            if !setting::advance(tx, MARK, &text, &next.write())? {
                return Ok(true);
            }
            if let Some(due) = synthesis {
                remind_authority(tx, circumstances, due, is_sample)?;
            }
            if let Some(due) = due {
                for body in owing.iter().take(ROUND) {
                    remind_body(tx, circumstances, body, due, is_sample)?;
                }
            }
            Ok(next.going_on.is_some())
        })
        .await
    }
}

/// The last day of which reminders go on a day behind the mark and until today; of several the one whose reminder comes last.
/// Days before it may lie in the year before, and those after it in the next.
fn due_on(policy: &Policy, kind: Kind, mark: Date, today: Date) -> Option<Date> {
    let each_year = match kind {
        Kind::Report => policy.report_due,
        Kind::Synthesis => policy.synthesis_due,
    }?;
    (today.year() - 1..=today.year() + 1)
        .filter_map(|year| each_year.of(year))
        .flat_map(|due| {
            let before = policy.reminder_days.iter().map(|days| -i64::from(*days));
            before
                .chain(AFTER)
                .filter_map(move |days| Some((due.checked_add(days.days()).ok()?, due)))
        })
        .filter(|(day, _)| mark < *day && *day <= today)
        .max()
        .map(|(_, due)| due)
}

/// The bodies behind one that owe a report, one more than are looked at in a round.
fn owing(country: &Country, after: Option<&str>) -> Vec<OrganisationCode> {
    country
        .organisations
        .all()
        .filter(|body| body.kind != OrganisationKind::Unit && body.receives)
        .map(|body| &body.code)
        .filter(|code| after.is_none_or(|after| code.as_str() > after))
        .take(ROUND + 1)
        .cloned()
        .collect()
}

fn remind_authority(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    due: Date,
    is_sample: bool,
) -> Result<(), Trouble> {
    let authority = &circumstances.country.reform_authority;
    let Ok(year) = Year::new(due.year() - 1) else {
        return Ok(());
    };
    let begun = store::find_of(tx, authority, Kind::Synthesis, year, is_sample)?;
    if begun
        .is_some_and(|annual| annual.stage() != Stage::Draft && annual.stage() != Stage::Returned)
    {
        return Ok(());
    }
    let whom = people::of_role(tx, authority, Role::ReformAuthority.as_str(), COLLEAGUES)?;
    order_each(
        tx,
        circumstances,
        (Kind::Synthesis, authority, year, is_sample),
        AnnualOccasion::Due(due),
        whom,
    )
}

fn remind_body(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    body: &OrganisationCode,
    due: Date,
    is_sample: bool,
) -> Result<(), Trouble> {
    let Ok(year) = Year::new(due.year() - 1) else {
        return Ok(());
    };
    let begun = store::find_of(tx, body, Kind::Report, year, is_sample)?;
    if begun
        .as_ref()
        .is_some_and(|annual| annual.stage().is_delivered())
    {
        return Ok(());
    }
    let mut whom = people::of_role(tx, body, Role::AdministrationHead.as_str(), COLLEAGUES)?;
    if whom.is_empty() {
        whom = writers(tx, circumstances.country, body)?;
    }
    if whom.is_empty() {
        return Ok(());
    }
    let about = (Kind::Report, body, year, is_sample);
    order_each(tx, circumstances, about, AnnualOccasion::Due(due), whom)?;
    // On the record of a report that is begun it stands, too.
    if let Some(annual) = begun {
        put(tx, circumstances, None, &annual, &Fact::Reminded)?;
    }
    Ok(())
}

fn order_each(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    (kind, body, year, is_sample): (Kind, &OrganisationCode, Year, bool),
    occasion: AnnualOccasion,
    whom: Vec<StaffId>,
) -> Result<(), Trouble> {
    for staff in whom {
        let order = Order::Annual(AnnualOrder {
            staff,
            kind,
            organisation: body.clone(),
            year,
            is_sample,
            occasion,
        });
        order::push(tx, circumstances, &order)?;
    }
    Ok(())
}

/// Those who write the report of a body: its people, and those of its units.
fn writers(
    tx: &mut Tx<'_>,
    country: &Country,
    body: &OrganisationCode,
) -> Result<Vec<StaffId>, Trouble> {
    let writing = Role::ALL
        .iter()
        .filter(|role| access::allows(**role, Action::WriteAnnual, Standing::Own));
    let mut found = Vec::new();
    for (part, role) in
        with_units(country, body).flat_map(|part| writing.clone().map(move |role| (part, role)))
    {
        found.extend(people::of_role(tx, &part.code, role.as_str(), COLLEAGUES)?);
    }
    Ok(found)
}

/// People of a body who are told, at most.
const COLLEAGUES: i64 = 50;

/// Orders the message that a report came back.
pub(super) fn tell_returned(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    annual: &StoredAnnual,
) -> Result<(), Trouble> {
    let country = circumstances.country;
    // Of a body that was closed the reform authority writes.
    let is_theirs =
        annual.kind() == Kind::Report && !country.switched_off.contains(&annual.organisation);
    let whom = if is_theirs {
        writers(tx, country, &annual.organisation)?
    } else {
        let authority = &country.reform_authority;
        people::of_role(tx, authority, Role::ReformAuthority.as_str(), COLLEAGUES)?
    };
    let about = (
        annual.kind(),
        &annual.organisation,
        annual.year,
        annual.is_sample,
    );
    order_each(tx, circumstances, about, AnnualOccasion::Returned, whom)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_mark_is_read_as_it_was_written() {
        for text in ["2027-02-01", "2027-02-01 2027-01-31 commune-09-581-01-07"] {
            assert_eq!(Mark::read(text).unwrap().write(), text);
        }
        assert_eq!(Mark::read("soon"), None);
    }

    #[test]
    fn a_day_before_new_year_reminds_of_the_year_that_ends() {
        let mut policy: Policy = serde_json::from_str(
            r#"{"version": 1, "effective_from": "2018-01-01", "transfer_days": 15, "answer_days": 60,
                "day_unit": "calendar", "extension_allowed": false, "extension_days": 0,
                "roll_to_working_day": true, "pause_while_waiting": false, "reopening_days": 30,
                "reopenings_at_most": 2, "closure_after_working_days": 15, "reminder_days": [],
                "refusals_before_arbitration": 3, "report_due": "01-31"}"#,
        )
        .unwrap();
        policy.reminder_days = vec![45, 15];
        let due = |mark, today| due_on(&policy, Kind::Report, mark, today);
        assert_eq!(
            due(date(2026, 12, 16), date(2026, 12, 17)),
            Some(date(2027, 1, 31))
        );
        assert_eq!(due(date(2026, 12, 17), date(2027, 1, 1)), None);
        assert_eq!(
            due(date(2027, 1, 1), date(2027, 1, 20)),
            Some(date(2027, 1, 31))
        );
        assert_eq!(
            due(date(2027, 3, 1), date(2027, 3, 4)),
            Some(date(2027, 1, 31))
        );
        assert_eq!(due(date(2027, 3, 4), date(2027, 12, 1)), None);
    }
}

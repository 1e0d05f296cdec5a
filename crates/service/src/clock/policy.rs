//! Policies as administrators keep them: a version is added, never changed, since cases stand under it.

use chikaya_domain::{
    access::Action,
    clock::{Policies, Policy, SurveyPolicy},
};
use chikaya_store::country as stored;

use crate::{
    Clerks, Trouble,
    audit::{self, Deed},
    case::report::receiving_body,
    staff::Officer,
};

/// Most days that a limit can have.
pub const DAYS_LIMIT: u16 = 3_660;

impl Clerks {
    /// The versions of the policy, latest first.
    pub async fn policies(&self, officer: Officer) -> Result<Vec<Policy>, Trouble> {
        officer.must_be_allowed(Action::ManageCalendar)?;
        self.read(|tx, _| {
            let mut versions = stored::policies(tx)?;
            versions
                .sort_by_key(|policy| std::cmp::Reverse((policy.effective_from, policy.version)));
            Ok(versions)
        })
        .await
    }

    /// Adds a version of the policy, which is in force from a day to come; its number must be the next one, so that
    /// of two administrators who add one at once the second sees the first.
    pub async fn add_policy(&self, officer: Officer, policy: Policy) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManageCalendar)?;
        self.change_country(move |tx, circumstances| {
            if policy.effective_from <= circumstances.today() {
                return Err(Trouble::NotAcceptable("error-date-past"));
            }
            if policy.answer_days == 0 || policy.transfer_days == 0 {
                return Err(Trouble::NotAcceptable("error-policy-days"));
            }
            if [policy.danger_answer_days, policy.wrongdoing_answer_days].contains(&Some(0)) {
                return Err(Trouble::NotAcceptable("error-policy-days"));
            }
            let is_size = |size: u16| (1..=SurveyPolicy::MOST).contains(&size);
            if policy.survey.is_some_and(|survey| !is_size(survey.size)) {
                return Err(Trouble::NotAcceptable("error-policy-days"));
            }
            if let Some(body) = &policy.wrongdoing_body
                && receiving_body(circumstances.country, &policy) != body
            {
                return Err(Trouble::NotAcceptable("error-organisation-unknown"));
            }
            let mut versions = stored::policies(tx)?;
            let next = versions
                .iter()
                .map(|version| version.version)
                .max()
                .unwrap_or(0)
                .saturating_add(1);
            if policy.version != next {
                return Err(Trouble::Stale);
            }
            let same_day = versions
                .iter()
                .any(|version| version.effective_from == policy.effective_from);
            if same_day {
                return Err(Trouble::NotAcceptable("error-policy-same-day"));
            }
            versions.push(policy.clone());
            Policies::new(versions).map_err(|_| Trouble::NotAcceptable("error-country-broken"))?;
            stored::put_policy(tx, &policy)?;
            audit::note(
                tx,
                circumstances,
                &officer,
                Deed {
                    action: "policy.add",
                    object: &policy.version.to_string(),
                    organisation: None,
                    detail: Some(&policy.effective_from.to_string()),
                },
            )
        })
        .await
    }
}

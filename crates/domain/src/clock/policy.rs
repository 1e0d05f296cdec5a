//! Policies: the numbers behind the time limits, as versioned data.

use std::{borrow::Cow, collections::BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::YearDay;
use crate::{filing::Track, id::OrganisationCode, word::word_enum};

/// An extension of the time limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// Days, counted in the policy's unit.
    pub days: u16,
}

word_enum! {
    /// How days of a time limit are counted.
    DayUnit {
        /// Every day counts.
        Calendar => "calendar",
        /// Only working days count.
        Working => "working",
    }
}

/// A version of the policy. Which numbers are law and which are an instance's choice is said in the file
/// they come from; none is assumed here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Number of the version, from 1.
    pub version: u32,
    /// First day on which it is in force.
    pub effective_from: Date,
    /// Days for the transfer to the competent body, counted in `day_unit`.
    pub transfer_days: u16,
    /// Days for the answer, counted in `day_unit`.
    pub answer_days: u16,
    /// Days for the answer where somebody is in danger; `None`: as for every filing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub danger_answer_days: Option<u16>,
    /// Days for the answer to a report of wrongdoing; `None`: as for every filing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wrongdoing_answer_days: Option<u16>,
    /// The body that receives reports of wrongdoing first; `None`: the authority in charge of reform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wrongdoing_body: Option<OrganisationCode>,
    /// How the days of both limits are counted.
    pub day_unit: DayUnit,
    /// Whether the limit for the answer may be extended once, with reasons.
    pub extension_allowed: bool,
    /// Days of the extension, counted in `day_unit`.
    pub extension_days: u16,
    /// Whether a last day that is no working day moves to the next working day.
    pub roll_to_working_day: bool,
    /// Whether the clock stands still while the filer is asked something.
    pub pause_while_waiting: bool,
    /// Calendar days after an answer within which the case can be reopened.
    pub reopening_days: u16,
    /// How often a case can be reopened.
    pub reopenings_at_most: u8,
    /// Working days after a delivered answer after which the case closes if nobody objects.
    pub closure_after_working_days: u16,
    /// Calendar days before the due date on which the officer is reminded.
    pub reminder_days: Vec<u16>,
    /// Refusals of competence after which the reform authority decides.
    pub refusals_before_arbitration: u8,
    /// The day by which an administration sends its report about the year before; `None`: nobody is reminded of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report_due: Option<YearDay>,
    /// The day by which the synthesis about the year before is sent; `None`: nobody is reminded of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub synthesis_due: Option<YearDay>,
    /// How people are drawn and asked whether their answer was good; `None`: nobody is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<SurveyPolicy>,
}

/// How the random sample of satisfaction is drawn and asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyPolicy {
    /// Answered cases drawn each week; all of them where there are fewer. At most [`SurveyPolicy::MOST`].
    pub size: u16,
    /// Days of 24 hours after which whoever did not answer is reminded, once; `None`: nobody is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminder_days: Option<u16>,
    /// Days of 24 hours within which nobody is asked about a second case.
    pub rest_days: u16,
}

impl SurveyPolicy {
    /// The largest size: of more, each week's draw would cost more than it tells.
    pub const MOST: u16 = 1_000;
}

impl Policy {
    /// The policy as it holds for what was filed by a door: its days for the answer, and no more of them for the
    /// transfer.
    pub fn on(&self, track: Track) -> Cow<'_, Self> {
        let days = match track {
            Track::Ordinary => None,
            Track::Danger => self.danger_answer_days,
            Track::Wrongdoing => self.wrongdoing_answer_days,
        };
        days.map_or(Cow::Borrowed(self), |answer_days| {
            Cow::Owned(Self {
                answer_days,
                transfer_days: self.transfer_days.min(answer_days),
                ..self.clone()
            })
        })
    }

    /// The extension the policy provides for, if any.
    pub fn extension(&self) -> Option<Extension> {
        self.extension_allowed.then_some(Extension {
            days: self.extension_days,
        })
    }
}

/// All versions of the policy; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policies {
    /// By date of effect, earliest first.
    versions: Vec<Policy>,
}

/// Versions of the policy that make no history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PolicyError {
    /// There is none.
    #[error("there must be at least one version of the policy")]
    NoVersion,
    /// Two with one number: a case that names it could not tell under which it stands.
    #[error("version {0} of the policy is there twice")]
    Twice(u32),
}

impl Policies {
    /// Gathers versions; each has a number of its own.
    pub fn new(mut versions: Vec<Policy>) -> Result<Self, PolicyError> {
        if versions.is_empty() {
            return Err(PolicyError::NoVersion);
        }
        let mut numbers = BTreeSet::new();
        if let Some(twice) = versions
            .iter()
            .find(|policy| !numbers.insert(policy.version))
        {
            return Err(PolicyError::Twice(twice.version));
        }
        versions.sort_by_key(|policy| (policy.effective_from, policy.version));
        Ok(Self { versions })
    }

    /// The version in force on `date`: the latest that had taken effect, or the first one for dates before all.
    pub fn in_force_on(&self, date: Date) -> &Policy {
        self.versions
            .iter()
            .rev()
            .find(|policy| policy.effective_from <= date)
            .unwrap_or(&self.versions[0])
    }

    /// The version with this number, or the latest when it is not known any more.
    pub fn version(&self, version: u32) -> &Policy {
        self.versions
            .iter()
            .find(|policy| policy.version == version)
            .unwrap_or(&self.versions[self.versions.len() - 1])
    }

    /// All versions, earliest first.
    pub fn all(&self) -> &[Policy] {
        &self.versions
    }
}

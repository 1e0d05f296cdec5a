//! The part of a policy that says how people are drawn by lot and asked: as it is read, and as it is typed.

use chikaya_domain::clock::{Policy, SurveyPolicy};
use chikaya_i18n::Voice;
use chikaya_service::clock::policy::DAYS_LIMIT;

use crate::form::{Faults, Typed};

/// What stands in the fields; without a size nobody is drawn.
pub(super) struct SurveyForm {
    pub(super) size: String,
    pub(super) reminder: String,
    pub(super) rest: String,
}

impl SurveyForm {
    pub(super) fn of(policy: &Policy) -> Self {
        let text = |number: Option<u16>| number.map_or_else(String::new, |it| it.to_string());
        let survey = policy.survey;
        Self {
            size: text(survey.map(|it| it.size)),
            reminder: text(survey.and_then(|it| it.reminder_days)),
            rest: text(survey.map(|it| it.rest_days)),
        }
    }

    pub(super) fn read(typed: &Typed) -> Self {
        let text = |name: &str| typed.text(name).to_owned();
        Self {
            size: text("survey-size"),
            reminder: text("survey-reminder"),
            rest: text("survey-rest"),
        }
    }

    /// What is typed; none where nobody is to be drawn, or something is wrong, which stands among the faults.
    pub(super) fn check(&self, voice: Voice, faults: &mut Faults) -> Option<SurveyPolicy> {
        if self.size.is_empty() {
            return None;
        }
        let mut number = |field: &'static str, text: &str, (least, most): (u16, u16)| {
            let read = text.parse::<u16>().ok();
            let within = read.filter(|number| (least..=most).contains(number));
            if within.is_none() {
                let key = if read.is_some() {
                    "error-policy-days"
                } else {
                    "error-number-form"
                };
                faults.add(field, voice.say(key));
            }
            within
        };
        let size = number("survey-size", &self.size, (1, SurveyPolicy::MOST));
        let is_reminded = !self.reminder.is_empty();
        let reminder =
            is_reminded.then(|| number("survey-reminder", &self.reminder, (1, DAYS_LIMIT)));
        let rest = number("survey-rest", &self.rest, (0, DAYS_LIMIT));
        Some(SurveyPolicy {
            size: size?,
            reminder_days: reminder.flatten(),
            rest_days: rest?,
        })
    }
}

/// Each fact with its name.
pub(super) fn facts(voice: Voice, policy: &Policy) -> [(String, String); 3] {
    let say = |key: &str| voice.say(key).into_owned();
    let number = |number: u16| voice.number(i64::from(number));
    let survey = policy.survey;
    let reminder = survey.and_then(|it| it.reminder_days);
    [
        (
            say("admin-policy-survey-size"),
            survey.map_or_else(|| say("admin-policy-survey-none"), |it| number(it.size)),
        ),
        (
            say("admin-policy-survey-reminder"),
            reminder.map_or_else(|| say("admin-policy-survey-never"), number),
        ),
        (
            say("admin-policy-survey-rest"),
            number(survey.map_or(0, |it| it.rest_days)),
        ),
    ]
}

//! What the agents' desk shows, in words: what rings, the call in hand, the caller's cases, where else to go.

use chikaya_domain::{
    Language,
    call::{CallDirection, CallStage, Consent, Disposition},
    case::{Side, Verb, verbs_in},
    id::CallId,
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::call::{InHand, OpenedCase, Ringing};
use jiff::Timestamp;

use super::{say::since, typed::TypedCall};
use crate::{
    admin::{Choice, choices},
    settings::State,
    visit::Visit,
};

/// A call that rings.
pub(super) struct RingingView {
    pub call: CallId,
    pub number: String,
    /// What the caller chose, since when they wait and who is behind them.
    pub facts: String,
    pub waits: String,
    pub since: String,
}

impl RingingView {
    pub(super) fn of(voice: Voice, ringing: &Ringing, now: Timestamp) -> Self {
        let mut facts = Vec::new();
        if let Some(language) = ringing.language {
            facts.push(language_of(voice, language));
        }
        if let Some(wish) = ringing.wish {
            facts.push(voice.say(&format!("calls-wish-{wish}")).into_owned());
        }
        if ringing.is_handed_over {
            facts.push(voice.say("calls-handed-over").into_owned());
        }
        if ringing.behind > 0 {
            facts.push(voice.say_with(
                "calls-behind",
                &[("count", Argument::count(ringing.behind))],
            ));
        }
        Self {
            call: ringing.call,
            number: ringing
                .number
                .clone()
                .unwrap_or_else(|| voice.say("calls-number-hidden").into_owned()),
            facts: facts.join(" · "),
            waits: since(ringing.since, now),
            since: ringing.since.as_second().to_string(),
        }
    }
}

/// What somebody speaks, in the words of the page.
pub(super) fn language_of(voice: Voice, language: Language) -> String {
    voice
        .say(&format!("calls-language-{}", language.code()))
        .into_owned()
}

/// The call in hand.
pub(super) struct HandView {
    pub call: CallId,
    pub heading: String,
    /// The number in full, in its own form; none when it is hidden.
    pub number: Option<String>,
    pub is_talking: bool,
    pub stage: String,
    pub tags: Vec<String>,
    /// How many cases were filed with this number; none where there are none.
    pub cases_of_number: Option<String>,
    pub digits: Option<String>,
    pub lasts: String,
    pub since: String,
    pub consents: Vec<Choice>,
    /// In which language the caller is spoken to: the one they chose, else that of the page.
    pub says: Voice,
    pub notes: String,
    pub cases: Vec<CaseView>,
    pub earlier: Vec<String>,
    pub dispositions: Vec<Choice>,
}

impl HandView {
    pub(super) fn of(
        state: &State,
        visit: &Visit,
        hand: &InHand,
        now: Timestamp,
        typed: &TypedCall,
    ) -> Self {
        let voice = visit.voice;
        let country = state.clerks.country();
        let begun = hand.answered_at.unwrap_or(now);
        let since_when = match hand.stage {
            CallStage::WrapUp => hand.hung_up_at.unwrap_or(begun),
            _ => begun,
        };
        let mut tags = Vec::new();
        if let Some(language) = hand.language {
            tags.push(language_of(voice, language));
        }
        if let Some(wish) = hand.wish {
            tags.push(voice.say(&format!("calls-wish-{wish}")).into_owned());
        }
        let earlier = hand.earlier.iter().map(|call| {
            let when = voice.date_time(country.calendar.local(call.came_at));
            let led_to = call.disposition.map(|led_to| {
                voice
                    .say(&format!("calls-disposition-{led_to}"))
                    .into_owned()
            });
            let minutes = call.minutes.map(|minutes| {
                voice.say_with("calls-minutes", &[("minutes", Argument::Number(minutes))])
            });
            let parts = std::iter::once(when).chain(led_to).chain(minutes);
            parts.collect::<Vec<_>>().join(" · ")
        });
        Self {
            call: hand.call,
            heading: voice
                .say(match hand.direction {
                    CallDirection::In => "calls-in-hand",
                    CallDirection::Out => "calls-out-hand",
                })
                .into_owned(),
            number: hand.number.clone(),
            is_talking: hand.stage == CallStage::Talking,
            stage: voice
                .say(&format!("calls-stage-{}", hand.stage))
                .into_owned(),
            tags,
            cases_of_number: (hand.cases_of_number > 0).then(|| {
                voice.say_with(
                    "calls-number-has",
                    &[("count", Argument::count(hand.cases_of_number))],
                )
            }),
            digits: hand.digits.clone(),
            lasts: since(since_when, now),
            since: since_when.as_second().to_string(),
            consents: choices(
                visit,
                "calls-consent-",
                [Consent::Given, Consent::Refused]
                    .iter()
                    .map(|consent| consent.as_str()),
                hand.consent.as_str(),
            ),
            says: hand.language.map_or(voice, Voice::of),
            notes: hand.notes.clone(),
            cases: hand
                .cases
                .iter()
                .map(|opened| CaseView::of(state, visit, hand.call, opened, typed))
                .collect(),
            earlier: earlier.collect(),
            dispositions: choices(
                visit,
                "calls-disposition-",
                Disposition::ALL
                    .iter()
                    .filter(|led_to| **led_to != Disposition::HandedOver)
                    .map(|led_to| led_to.as_str()),
                &typed.disposition,
            ),
        }
    }
}

/// A case of the caller, as its filer sees it.
pub(super) struct CaseView {
    /// Its identifier and version, as the button of its form sends them.
    pub mark: String,
    pub reference: String,
    pub seal: Option<String>,
    pub title: String,
    pub state_word: String,
    pub state_means: String,
    pub due: Option<String>,
    pub organisation: String,
    pub question: Option<String>,
    pub answer: Option<String>,
    pub can_reply: bool,
    pub can_add: bool,
    /// The field for what the caller says of it: its name, where a fault leads, and what was typed.
    pub field: String,
    pub anchor: String,
    pub reply: String,
    /// Whether what was typed cannot be taken down.
    pub is_wrong: bool,
    /// Where it is written down how they want to be told; none where nobody is known.
    pub preference: Option<String>,
}

impl CaseView {
    fn of(
        state: &State,
        visit: &Visit,
        call: CallId,
        opened: &OpenedCase,
        typed: &TypedCall,
    ) -> Self {
        let voice = visit.voice;
        let page = &opened.page;
        let case = &page.case;
        let country = state.clerks.country();
        let is_wrong = typed.wrong_reply == Some(case.id);
        let can = |verb| verbs_in(case.stage, Side::Filer).any(|legal| legal == verb);
        Self {
            mark: format!("{}.{}", case.id, case.version),
            reference: case.reference.to_string(),
            seal: state.seal(voice, &case.reference),
            title: page.title.clone(),
            state_word: voice
                .say(&format!("case-state-{}", case.stage))
                .into_owned(),
            state_means: voice
                .say(&format!("case-state-{}-means", case.stage))
                .into_owned(),
            due: case.stage.is_open().then(|| voice.date(case.answer_due)),
            organisation: country
                .organisations
                .name_of(&case.organisation, visit.language())
                .to_owned(),
            question: page.open_question.as_ref().map(|text| text.body.clone()),
            answer: page.answer.as_ref().map(|text| text.body.clone()),
            can_reply: can(Verb::Reply),
            can_add: can(Verb::AddMessage) && !can(Verb::Reply),
            field: format!("reply-{}", case.id),
            // Where a fault leads, of which there is one at a time.
            anchor: if is_wrong {
                "reply".to_owned()
            } else {
                format!("reply-{}", case.id)
            },
            is_wrong,
            preference: case
                .person
                .is_some()
                .then(|| visit.path(&format!("/calls/{call}/preference/{}", case.reference))),
            reply: typed
                .replies
                .get(&case.id.to_string())
                .cloned()
                .unwrap_or_default(),
        }
    }
}

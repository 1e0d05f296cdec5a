//! A filing that is taken down, as it is typed.

use chikaya_domain::{
    Language,
    case::{Channel, Consent, Kind},
    id::{CallId, StaffId, SubjectCode},
    person::{Contact, Email},
    text,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    Country,
    call::MessageTaken,
    draft::{
        filing::{Step, TypedFiling},
        written::Written,
    },
};

/// What was typed so far, wrong or right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedForSomeone {
    /// The filing, as its filer would type it.
    pub filing: TypedFiling,
    /// Who takes it down: nobody else goes on with it.
    pub agent: StaffId,
    /// The way it came, once chosen.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// How the filer agreed, once said.
    #[serde(default)]
    pub consent: Option<Consent>,
    /// The word of the identity document that was shown; empty where none was.
    #[serde(default)]
    pub shown: String,
    /// The day that stands on the letter.
    #[serde(default)]
    pub written_on: String,
    /// The day on which the letter arrived.
    #[serde(default)]
    pub arrived_on: String,
    /// Whether nobody knows what it is about.
    #[serde(default)]
    pub subject_unknown: bool,
    /// The place that was looked for, by the name that was said.
    #[serde(default)]
    pub sought: String,
    /// The body that was looked for.
    #[serde(default)]
    pub body_sought: String,
    /// The subject whose questions stood on the page.
    #[serde(default)]
    pub asked: Option<SubjectCode>,
    /// The call in which it is taken down.
    #[serde(default)]
    pub call: Option<CallId>,
    /// The message that is written down, with when it was left.
    #[serde(default)]
    pub message: Option<MessageTaken>,
}

impl TypedForSomeone {
    /// Nothing typed yet.
    pub fn new(agent: StaffId, language: Language) -> Self {
        Self {
            filing: TypedFiling::new(Kind::Complaint, language),
            agent,
            channel: None,
            consent: None,
            shown: String::new(),
            written_on: String::new(),
            arrived_on: String::new(),
            subject_unknown: false,
            sought: String::new(),
            body_sought: String::new(),
            asked: None,
            call: None,
            message: None,
        }
    }

    /// Whether it came by letter, whose days are asked for.
    pub fn is_letter(&self) -> bool {
        self.channel == Some(Channel::Letter)
    }

    /// The day on which the letter arrived, if it is one and the day can be read.
    pub fn arrived(&self) -> Option<Date> {
        let day = self.is_letter().then(|| text::day(&self.arrived_on));
        day.and_then(Result::ok)
    }

    /// The day of deposit, where it is known and is not that of the filing: a letter was deposited when it arrived, a message
    /// when it was left.
    pub fn deposited(&self) -> Option<Date> {
        self.message
            .map(|message| message.left.on)
            .or_else(|| self.arrived())
    }

    /// How the filer agreed: whoever writes a letter has signed it.
    pub fn consent(&self) -> Option<Consent> {
        self.consent.or(self.is_letter().then_some(Consent::Signed))
    }

    /// The contact to which a code can be sent, that they agree by reading it out.
    pub fn contact_for_code(&self) -> Option<Contact> {
        let typed = &self.filing;
        if typed.is_anonymous || typed.wants_no_contact() {
            return None;
        }
        Email::parse(&typed.email).ok().map(Contact::Email)
    }

    /// Whether the subject has questions that did not stand on the page yet.
    pub fn has_unasked(&self, country: &Country) -> bool {
        let subject = self.filing.subject.as_ref();
        let known = subject.and_then(|code| country.subjects.find(code));
        known.is_some_and(|known| !known.questions.is_empty()) && self.asked.as_ref() != subject
    }
}

impl Written for TypedForSomeone {
    const KIND: &'static str = "for-someone";

    /// It is one page.
    type Step = ();

    fn parts(&self, (): ()) -> Vec<String> {
        let mut parts: Vec<String> = Step::ALL
            .into_iter()
            .flat_map(|step| self.filing.parts(step))
            .collect();
        parts.push(self.filing.language.code().to_owned());
        parts.push(self.channel.map_or("", Channel::as_str).to_owned());
        parts.push(self.consent.map_or("", Consent::as_str).to_owned());
        parts.extend([
            self.shown.clone(),
            self.written_on.clone(),
            self.arrived_on.clone(),
            if self.subject_unknown { "?" } else { "" }.to_owned(),
        ]);
        parts
    }

    fn derive_anew(&mut self, before: &Self, country: &Country) {
        self.filing.derive_anew(&before.filing, country);
    }
}

//! The form that proves a contact by a code: the same while filing, on the page of a case and at the account's door.

use chikaya_domain::person::Contact;
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    case::page::CasePage,
    message::contact::{CodeStanding, ContactCode, Proof, Sending},
};

use crate::{
    error::Problem,
    form::{Faults, Typed},
    settings::State,
    visit::Visit,
};

/// The name of the field.
pub(crate) const FIELD: &str = "code";

/// What the form shows.
pub(crate) struct ProofForm {
    /// Heading.
    pub heading: String,
    /// What it is good for.
    pub why: String,
    /// What leads to another contact.
    pub change: String,
    /// Whether a code was sent that can be written down here.
    pub waits: bool,
    /// Why the one that was sent cannot be written down any more.
    pub gone: Option<String>,
    /// That it was sent, and where to.
    pub sent: String,
    /// What became of the wish for a code.
    pub notice: Option<String>,
    /// What was typed.
    pub code: String,
    /// What the form carries on: names and values of hidden fields.
    pub carried: Vec<(&'static str, String)>,
}

impl ProofForm {
    /// The form for a contact; `shown` is how the page names it.
    pub(crate) async fn of(
        state: &State,
        visit: &Visit,
        contact: &Contact,
        shown: &str,
    ) -> Result<Self, Problem> {
        let standing = state
            .clerks
            .contact_code_standing(contact.clone())
            .await
            .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
        Ok(Self {
            heading: visit
                .voice
                .say(word_of(
                    contact,
                    "filing-you-code-title",
                    "filing-you-code-title-phone",
                ))
                .into_owned(),
            why: why(visit.voice, contact),
            change: visit
                .voice
                .say(word_of(
                    contact,
                    "filing-you-code-change",
                    "filing-you-code-change-phone",
                ))
                .into_owned(),
            waits: standing == CodeStanding::Waits,
            gone: gone(visit, standing),
            sent: visit.voice.say_with(
                "filing-you-code-sent",
                &[("contact", Argument::Text(shown))],
            ),
            notice: None,
            code: String::new(),
            carried: Vec::new(),
        })
    }

    /// The form that opens the account of a contact; it says the same of every address.
    pub(crate) fn at_the_door(visit: &Visit, contact: &Contact, standing: CodeStanding) -> Self {
        Self {
            heading: visit.voice.say("account-code-title").into_owned(),
            why: String::new(),
            change: String::new(),
            waits: standing == CodeStanding::Waits,
            gone: gone(visit, standing),
            sent: visit.voice.say_with(
                "filing-you-code-sent",
                &[("contact", Argument::Text(contact.value()))],
            ),
            notice: None,
            code: String::new(),
            carried: vec![("email", contact.value().to_owned())],
        }
    }

    /// With what became of the wish for a code.
    pub(crate) fn told(mut self, visit: &Visit, sending: Sending) -> Self {
        self.notice = Some(told(visit.voice, sending));
        self
    }

    /// With what was typed.
    pub(crate) fn keeping(mut self, typed: &Typed) -> Self {
        typed.text(FIELD).clone_into(&mut self.code);
        self
    }
}

/// What it is good for that a contact is proven.
pub(crate) fn why(voice: Voice, contact: &Contact) -> String {
    let key = word_of(contact, "filing-you-code-why", "filing-you-code-why-phone");
    voice.say(key).into_owned()
}

fn word_of(contact: &Contact, mail: &'static str, phone: &'static str) -> &'static str {
    match contact {
        Contact::Phone(_) => phone,
        Contact::Email(_) | Contact::Letter(_) => mail,
    }
}

/// What became of the wish for a code, in words.
pub(crate) fn told(voice: Voice, sending: Sending) -> String {
    match sending {
        Sending::Sent => voice.say("filing-you-code-new").into_owned(),
        Sending::TooSoon { seconds } => voice.say_with(
            "filing-you-code-pause",
            &[("seconds", Argument::Number(seconds))],
        ),
        Sending::TooMany => voice.say("filing-you-code-many").into_owned(),
    }
}

fn gone(visit: &Visit, standing: CodeStanding) -> Option<String> {
    Some(visit.voice.say(standing.fault()?).into_owned())
}

/// The code that was typed, or that it cannot be one.
pub(crate) fn read_code(typed: &Typed, voice: Voice) -> Result<ContactCode, Faults> {
    ContactCode::parse(typed.text(FIELD)).ok_or_else(|| {
        let mut faults = Faults::default();
        faults.add(FIELD, voice.say("error-contact-code-form"));
        faults
    })
}

/// Why a code proves nothing; `None` when it does.
pub(crate) fn fault_of(proof: Proof, voice: Voice) -> Option<Faults> {
    let mut faults = Faults::default();
    faults.add(FIELD, voice.say(proof.fault()?));
    Some(faults)
}

/// Whether a form asks for a new code instead of showing one.
pub(crate) fn asks_again(typed: &Typed) -> bool {
    typed.has("again")
}

/// A contact with most of it hidden, for pages that others may open too.
pub(crate) fn masked(contact: &Contact) -> String {
    match contact {
        Contact::Email(email) => email.masked(),
        Contact::Phone(phone) => phone.masked(),
        Contact::Letter(_) => String::new(),
    }
}

/// The contact of a case that its filer can prove now.
pub(crate) fn unproven(page: &CasePage) -> Option<Contact> {
    page.unproven.first().cloned()
}

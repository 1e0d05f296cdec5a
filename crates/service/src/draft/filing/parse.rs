//! The one parse of what was typed: a filing, or everything that is wrong with it. Steps show what is wrong with what
//! they brought; sending parses what stands in the archive.

use chikaya_domain::{
    Language,
    case::Actor,
    person::{
        Category, Contact, Contacts, Email, EmailError, Identity, IdentityKind, Person, PersonName,
        Phone, PhoneError, PostalAddress, PostalError, Quality, Representative,
    },
    subject::{QuestionKind, Subject},
    territory::{Coordinates, Located},
    text::{self, DayError, over},
};

use chikaya_i18n::Voice;

use super::{
    fault::{DetailFault, Fault, PointFault, TextFault},
    step::Step,
    typed::TypedFiling,
};
use crate::{
    Country,
    case::file::{Filer, Filing, KnownFiler, PLACE_LIMIT, TEXT_LIMIT},
};

/// Longest name of an office or of people that a report of wrongdoing is about, in characters.
pub const CONCERNED_LIMIT: usize = 300;

/// Longest answer to a question of a subject, in characters.
pub const DETAIL_LIMIT: usize = 500;

impl TypedFiling {
    /// What is wrong with what a step brought, in the order of its fields.
    pub fn faults_of(&self, step: Step, country: &Country) -> Vec<Fault> {
        let mut faults = Vec::new();
        match step {
            Step::What => self.judge_text(&mut faults),
            Step::About => self.judge_subject(country, &mut faults),
            Step::Details => self.judge_details(country, &mut faults),
            Step::Where => drop(self.read_where(country, &mut faults)),
            // Whom one names may change or be left open: the clerks find who must answer.
            Step::Who => {}
            Step::Concerned => self.judge_concerned(&mut faults),
            Step::You => drop(self.read_filer(country, &mut faults)),
        }
        faults
    }

    /// Everything that is wrong, step by step.
    pub fn faults(&self, country: &Country) -> Vec<Fault> {
        Step::ALL
            .into_iter()
            .flat_map(|step| self.faults_of(step, country))
            .collect()
    }

    /// The filing that was typed, without the key under which it is sent; or everything that is wrong, step by step.
    pub(in crate::draft) fn parse(&self, country: &Country) -> Result<Filing, Vec<Fault>> {
        let mut faults = Vec::new();
        self.judge_text(&mut faults);
        let coordinates = self.read_where(country, &mut faults);
        self.judge_subject(country, &mut faults);
        self.judge_details(country, &mut faults);
        self.judge_concerned(&mut faults);
        let filer = self.read_filer(country, &mut faults);
        let Some(filer) = filer.filter(|_| faults.is_empty()) else {
            return Err(faults);
        };
        let place = self.place.trim();
        Ok(Filing {
            key: None,
            kind: self.kind,
            track: self.track,
            channel: self.channel,
            language: self.language,
            category: self.category.unwrap_or(Category::Person),
            subject: self.subject.clone(),
            territory: self.territory.clone(),
            coordinates,
            place: (!place.is_empty()).then(|| place.to_owned()),
            organisation: self.organisation.clone(),
            title: None,
            text: self.text.clone(),
            details: self
                .whom_it_is_about()
                .into_iter()
                .chain(self.answers(country, self.language))
                .collect(),
            filer,
            actor: Actor::Filer,
            taken_down: None,
            is_sample: false,
        })
    }

    /// Answers to the subject's questions, with the questions as labels; days in words.
    pub fn answers(&self, country: &Country, language: Language) -> Vec<(String, String)> {
        self.known_subject(country)
            .iter()
            .flat_map(|subject| &subject.questions)
            .filter_map(|question| {
                let answer = self.details.get(&question.code)?;
                let label = question.label.in_language(language).to_owned();
                let day = text::day(answer)
                    .ok()
                    .filter(|_| question.kind == QuestionKind::Date);
                let answer =
                    day.map_or_else(|| answer.clone(), |day| Voice::of(language).date(day));
                (!answer.is_empty()).then_some((label, answer))
            })
            .collect()
    }

    /// Where whoever files this can be told of what happens; nowhere as long as who it is cannot be read.
    pub fn contacts(&self, country: &Country) -> Contacts {
        let mut faults = Vec::new();
        match self.read_filer(country, &mut faults) {
            Some(Filer::Known(known)) if faults.is_empty() => known.contacts,
            _ => Contacts::default(),
        }
    }

    /// The point with the territory it lies in, if one was typed.
    pub fn read_point(
        &self,
        country: &Country,
    ) -> Result<Option<(Coordinates, Located)>, PointFault> {
        if self.coordinates.is_empty() {
            return Ok(None);
        }
        let point = Coordinates::parse(&self.coordinates).map_err(PointFault::Unreadable)?;
        let located = country.locate(point).ok_or(PointFault::Outside)?;
        Ok(Some((point, located)))
    }

    /// Whom a report of wrongdoing is about, with its label. Whom else it names is none of the portal's matter: that body
    /// learns nothing of it before it is handed to it.
    fn whom_it_is_about(&self) -> Option<(String, String)> {
        let is_said = self.track.is_confidential() && !self.concerned.is_empty();
        let label = Voice::of(self.language).say("filing-concerned-title");
        is_said.then(|| (label.into_owned(), self.concerned.clone()))
    }

    fn judge_concerned(&self, faults: &mut Vec<Fault>) {
        let over = text::over(&self.concerned, CONCERNED_LIMIT);
        if over > 0 {
            faults.push(Fault::Concerned { over });
        }
    }

    fn known_subject<'a>(&self, country: &'a Country) -> Option<&'a Subject> {
        country.subjects.find(self.subject.as_ref()?)
    }

    fn judge_text(&self, faults: &mut Vec<Fault>) {
        let over = text::over(&self.text, TEXT_LIMIT);
        if self.text.is_empty() {
            faults.push(Fault::Text(TextFault::Empty));
        } else if over > 0 {
            faults.push(Fault::Text(TextFault::TooLong { over }));
        } else if !text::says_something(&self.text) {
            faults.push(Fault::Text(TextFault::SaysNothing));
        }
    }

    fn judge_subject(&self, country: &Country, faults: &mut Vec<Fault>) {
        if self.subject.is_some() && self.known_subject(country).is_none() {
            faults.push(Fault::Subject);
        }
    }

    fn judge_details(&self, country: &Country, faults: &mut Vec<Fault>) {
        let Some(subject) = self.known_subject(country) else {
            return;
        };
        let mut add = |question: &str, why| {
            faults.push(Fault::Detail {
                question: question.to_owned(),
                why,
            });
        };
        for question in &subject.questions {
            let answer = self.details.get(&question.code);
            let is_missing = question.is_required && answer.is_none_or(String::is_empty);
            // As long as no question was shown, none was left unanswered.
            if is_missing && !self.details.is_empty() {
                add(&question.code, DetailFault::Missing);
            }
        }
        for question in &subject.questions {
            let Some(answer) = self.details.get(&question.code) else {
                continue;
            };
            let over = text::over(answer, DETAIL_LIMIT);
            if over > 0 {
                add(&question.code, DetailFault::TooLong { over });
            }
            if question.kind == QuestionKind::Date
                && let Err(error @ (DayError::Form | DayError::Range)) = text::day(answer)
            {
                add(&question.code, DetailFault::Day(error));
            }
        }
    }

    fn read_where(&self, country: &Country, faults: &mut Vec<Fault>) -> Option<Coordinates> {
        let point = noted(self.read_point(country).map_err(Fault::Point), faults);
        let over = over(&self.place, PLACE_LIMIT);
        if over > 0 {
            faults.push(Fault::Place { over });
        }
        let beyond = country.beyond(self.territory.as_ref());
        if beyond.is_some_and(|beyond| beyond.wants_words) && self.place.trim().is_empty() {
            faults.push(Fault::PlaceMissing);
        }
        point.flatten().map(|(point, _)| point)
    }

    /// Who files. The law asks for identity; a person without a document at hand is not kept from filing.
    fn read_filer(&self, country: &Country, faults: &mut Vec<Fault>) -> Option<Filer> {
        if self.is_anonymous {
            return Some(Filer::Anonymous);
        }
        let is_unnamed = self.may_be_unnamed() && self.name.is_empty();
        if is_unnamed && !self.gives_contact() {
            faults.push(Fault::NameOrContact);
            return None;
        }
        let name = if is_unnamed {
            Some(None)
        } else {
            let name = PersonName::parse(&self.name).map_err(Fault::Name);
            noted(name, faults).map(Some)
        };
        let representative = self
            .is_body()
            .then(|| self.read_representative(faults))
            .flatten();
        // A body says by its number which kind it is.
        let kind = given(&self.identity_kind).filter(|_| !self.is_body());
        if kind.is_some_and(|word| IdentityKind::from_word(word).is_none()) {
            faults.push(Fault::IdentityKind);
        }
        let identity = given(&self.identity_number).and_then(|number| {
            let identity = Identity::parse(self.identity_kind(), number);
            noted(identity.map_err(Fault::Identity), faults)
        });
        let on_behalf_of = given(&self.on_behalf_of)
            .and_then(|name| noted(PersonName::parse(name).map_err(Fault::OnBehalfOf), faults));
        let contacts = self.read_contacts(country, faults);
        let verified = contacts
            .iter()
            .find(|contact| self.has_proven(contact))
            .cloned();
        Some(Filer::Known(Box::new(KnownFiler {
            person: Person {
                name: name?,
                identity,
                sex: None,
                on_behalf_of,
                representative,
            },
            contacts: Contacts::new(contacts),
            verified,
        })))
    }

    /// Whether a contact goes along without a name: with a report of wrongdoing, unless a body makes it.
    pub fn may_be_unnamed(&self) -> bool {
        self.track.is_confidential() && !self.is_body()
    }

    fn gives_contact(&self) -> bool {
        let typed = [&self.email, &self.phone, &self.address];
        !self.wants_no_contact() && typed.into_iter().any(|typed| !typed.is_empty())
    }

    /// Who speaks for a body: somebody does, and must say who.
    fn read_representative(&self, faults: &mut Vec<Fault>) -> Option<Representative> {
        let name = PersonName::parse(&self.representative).map_err(Fault::Representative);
        let name = noted(name, faults);
        let quality = given(&self.quality)
            .and_then(|quality| noted(Quality::parse(quality).map_err(Fault::Quality), faults));
        Some(Representative {
            name: name?,
            quality,
        })
    }

    /// The contacts, the preferred one first. The one by which someone wants to be answered must be there.
    fn read_contacts(&self, country: &Country, faults: &mut Vec<Fault>) -> Vec<Contact> {
        if self.wants_no_contact() {
            return Vec::new();
        }
        if given(&self.preferred).is_some() && self.way().is_none() {
            faults.push(Fault::Preferred);
        }
        let wants = |kind: &str| self.preferred == kind;
        let email = match given(&self.email) {
            Some(email) => Email::parse(email).map(Some),
            None if wants("email") => Err(EmailError::Empty),
            None => Ok(None),
        };
        let phone = match given(&self.phone) {
            Some(phone) => Phone::parse(phone, country.numbering).map(Some),
            None if wants("phone") => Err(PhoneError::Empty),
            None => Ok(None),
        };
        let address = match given(&self.address) {
            Some(address) => PostalAddress::parse(address).map(Some),
            None if wants("letter") => Err(PostalError::Empty),
            None => Ok(None),
        };
        let email = noted(email.map_err(Fault::Email), faults).flatten();
        let phone = noted(phone.map_err(Fault::Phone), faults).flatten();
        let address = noted(address.map_err(Fault::Address), faults).flatten();
        let mut contacts: Vec<Contact> = [
            email.map(Contact::Email),
            phone.map(Contact::Phone),
            address.map(Contact::Letter),
        ]
        .into_iter()
        .flatten()
        .collect();
        if contacts.iter().any(|contact| wants(contact.kind_word())) {
            contacts.sort_by_key(|contact| !wants(contact.kind_word()));
        }
        contacts
    }
}

/// What was typed, if anything was.
fn given(typed: &str) -> Option<&str> {
    (!typed.is_empty()).then_some(typed)
}

/// What was read, or the fault among the others.
fn noted<T>(read: Result<T, Fault>, faults: &mut Vec<Fault>) -> Option<T> {
    read.map_err(|fault| faults.push(fault)).ok()
}

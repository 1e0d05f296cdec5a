//! A filing as it is typed: everything as it stands in the draft, wrong or right.

use std::collections::BTreeMap;

use chikaya_domain::{
    Language,
    case::{Channel, Kind, Track},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    person::{Category, Contact, IdentityKind},
    territory::Coordinates,
};
use serde::{Deserialize, Serialize};

use crate::message::way::NewsBy;

/// What was typed so far. Everything is kept as typed, wrong or right: it is judged when a step is sent, and again when
/// it becomes a filing.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a box of a form, ticked or not, whatever else was typed"
)]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedFiling {
    /// Complaint, remark or proposal.
    pub kind: Kind,
    /// The door by which it began.
    #[serde(default = "Track::before_there_was_a_choice")]
    pub track: Track,
    /// The language of the pages, in which the filer is answered.
    pub language: Language,
    /// The way by which it began.
    #[serde(default = "over_the_web")]
    pub channel: Channel,
    /// What happened.
    #[serde(default)]
    pub text: String,
    /// What it is about.
    #[serde(default)]
    pub subject: Option<SubjectCode>,
    /// Answers to the subject's questions, by code.
    #[serde(default)]
    pub details: BTreeMap<String, String>,
    /// Where: the smallest territory chosen.
    #[serde(default)]
    pub territory: Option<TerritoryCode>,
    /// The point as typed or pasted; empty when none was given.
    #[serde(default)]
    pub coordinates: String,
    /// The place in the filer's words.
    #[serde(default)]
    pub place: String,
    /// Whether the filer said that they do not know where it is.
    #[serde(default)]
    pub place_unknown: bool,
    /// Who must answer; `None` while not chosen, or when the filer does not know.
    #[serde(default)]
    pub organisation: Option<OrganisationCode>,
    /// Whether the filer said that they do not know who must answer.
    #[serde(default)]
    pub organisation_unknown: bool,
    /// Of a report of wrongdoing: the office or people it is about, in the filer's words.
    #[serde(default)]
    pub concerned: String,
    /// Whether the filer left it at the body that is suggested: it is found anew when subject or place change.
    #[serde(default)]
    pub organisation_suggested: bool,
    /// The body that was chosen and does not answer for subject and place as they were changed since.
    #[serde(default)]
    pub organisation_dropped: Option<OrganisationCode>,
    /// Nature of the filer.
    #[serde(default)]
    pub category: Option<Category>,
    /// Whether they want to stay unnamed.
    #[serde(default)]
    pub is_anonymous: bool,
    /// Name.
    #[serde(default)]
    pub name: String,
    /// Word of the kind of identity document.
    #[serde(default)]
    pub identity_kind: String,
    /// Its number.
    #[serde(default)]
    pub identity_number: String,
    /// Who speaks for a body.
    #[serde(default)]
    pub representative: String,
    /// As what they speak for it.
    #[serde(default)]
    pub quality: String,
    /// For whom they file, if not for themselves.
    #[serde(default)]
    pub on_behalf_of: String,
    /// E-mail address.
    #[serde(default)]
    pub email: String,
    /// Telephone number.
    #[serde(default)]
    pub phone: String,
    /// Postal address.
    #[serde(default)]
    pub address: String,
    /// `email`, `phone` or `letter`: where to be answered first; `nothing`: not to be written to.
    #[serde(default)]
    pub preferred: String,
    /// Digest of the browser in which the person was typed: no other one is shown it in full.
    #[serde(default)]
    pub typed_by: Option<String>,
    /// The contact proven by a code, as it was then; another one must be proven anew.
    #[serde(default)]
    pub verified: Option<String>,
    /// The word of the step that brought something last: whoever comes back is led there.
    #[serde(default)]
    pub left_at: String,
}

impl TypedFiling {
    /// A filing by a door, with nothing typed yet. A report of wrongdoing bears no name unless its filer asks for that,
    /// and nobody is asked which body must answer it.
    pub fn by(track: Track, language: Language) -> Self {
        let is_report = track.is_confidential();
        Self {
            track,
            is_anonymous: is_report,
            category: is_report.then_some(Category::Anonymous),
            organisation_unknown: is_report,
            ..Self::new(Kind::Complaint, language)
        }
    }

    /// Nothing typed yet.
    pub fn new(kind: Kind, language: Language) -> Self {
        Self {
            kind,
            track: Track::Ordinary,
            language,
            channel: Channel::Web,
            text: String::new(),
            subject: None,
            details: BTreeMap::new(),
            territory: None,
            coordinates: String::new(),
            place: String::new(),
            place_unknown: false,
            organisation: None,
            organisation_unknown: false,
            concerned: String::new(),
            organisation_suggested: false,
            organisation_dropped: None,
            category: None,
            is_anonymous: false,
            name: String::new(),
            identity_kind: String::new(),
            identity_number: String::new(),
            representative: String::new(),
            quality: String::new(),
            on_behalf_of: String::new(),
            email: String::new(),
            phone: String::new(),
            address: String::new(),
            preferred: String::new(),
            typed_by: None,
            verified: None,
            left_at: String::new(),
        }
    }

    /// The point, if what was typed is one.
    pub fn point(&self) -> Option<Coordinates> {
        Coordinates::parse(&self.coordinates).ok()
    }

    /// How they want to be answered, if they chose one of the ways there are.
    pub fn way(&self) -> Option<NewsBy> {
        NewsBy::ALL
            .into_iter()
            .find(|way| self.preferred == way.as_str())
    }

    /// What says who the filer is and how to reach them, as typed; also in the order of the form.
    pub const fn personal(&mut self) -> [&mut String; 8] {
        [
            &mut self.name,
            &mut self.representative,
            &mut self.quality,
            &mut self.identity_number,
            &mut self.on_behalf_of,
            &mut self.email,
            &mut self.phone,
            &mut self.address,
        ]
    }

    /// Whether a browser may see in full what is said of the person: it was typed there, or nothing was.
    pub fn is_shown_to(&self, browser: &str) -> bool {
        let is_empty = self.clone().personal().iter().all(|typed| typed.is_empty());
        is_empty || self.typed_by.as_deref() == Some(browser)
    }

    /// As any other browser is shown it: of what is said of the person, the first letters alone.
    #[must_use]
    pub fn masked(&self) -> Self {
        let mut masked = self.clone();
        for typed in masked.personal() {
            *typed = crate::case::body::masked(typed);
        }
        masked
    }

    /// Goes on by a short door with what was typed. Of a report of wrongdoing nothing is kept that says who writes it,
    /// nor who must answer.
    pub fn go_on_by(&mut self, track: Track) {
        self.track = track;
        if !track.is_confidential() {
            return;
        }
        let report = Self::by(track, self.language);
        for typed in self.personal() {
            typed.clear();
        }
        self.kind = report.kind;
        self.category = report.category;
        self.is_anonymous = report.is_anonymous;
        self.organisation = None;
        self.organisation_unknown = report.organisation_unknown;
        self.organisation_suggested = false;
        self.organisation_dropped = None;
        self.identity_kind.clear();
        self.preferred.clear();
        self.typed_by = None;
        self.verified = None;
    }

    /// Whether a code has proven this contact, however its letters are written now.
    pub fn has_proven(&self, contact: &Contact) -> bool {
        self.verified
            .as_ref()
            .is_some_and(|proven| proven.to_lowercase() == contact.folded().to_lowercase())
    }

    /// Whether the person said that nobody shall write to them: then no contact is kept, whatever was typed.
    pub fn wants_no_contact(&self) -> bool {
        self.preferred == "nothing"
    }

    /// Whether a company, an association or a cooperative files.
    pub fn is_body(&self) -> bool {
        self.category.is_some_and(Category::is_body)
    }

    /// Of which kind the number is that was given: a body says it by the number itself.
    pub fn identity_kind(&self) -> IdentityKind {
        if self.is_body() {
            IdentityKind::of_body(&self.identity_number)
        } else {
            IdentityKind::from_word(&self.identity_kind).unwrap_or(IdentityKind::Cin)
        }
    }
}

/// The way by which drafts began when there was one alone.
const fn over_the_web() -> Channel {
    Channel::Web
}

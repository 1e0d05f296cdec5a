//! The form of a body: filled from what is kept, read from what was typed, checked field by field.

use chikaya_domain::{
    Names,
    id::{OrganisationCode, TerritoryCode},
    organisation::{Organisation, OrganisationKind},
    person::{Email, Phone},
    text::over,
};
use chikaya_service::{
    Country,
    organisation::{OrganisationRecord, TEXT_LIMIT},
};

use crate::{
    admin::{Choice, choices, choose::Chooser},
    form::{Faults, Typed},
    visit::Visit,
    words::too_long,
};

/// What stands in the form.
pub(super) struct BodyForm {
    pub code: String,
    pub kind: String,
    pub name_ar: String,
    pub name_fr: String,
    pub name_zgh: String,
    pub name_en: String,
    pub acronym: String,
    pub receives: bool,
    pub email: String,
    pub phone: String,
    pub address: String,
    pub unit: String,
    pub parent: Chooser,
    pub territory: Chooser<TerritoryCode>,
    pub version: i64,
}

impl BodyForm {
    /// Of a body that is kept.
    pub(super) fn of(country: &Country, visit: &Visit, stored: &OrganisationRecord) -> Self {
        let body = &stored.organisation;
        let language = visit.language();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            code: body.code.to_string(),
            kind: body.kind.to_string(),
            name_ar: body.names.ar.clone(),
            name_fr: body.names.fr.clone(),
            name_zgh: text(&body.names.zgh),
            name_en: text(&body.names.en),
            acronym: text(&body.acronym),
            receives: body.receives,
            email: text(&stored.email),
            phone: text(&stored.phone),
            address: text(&stored.address),
            unit: stored
                .complaints_unit
                .as_ref()
                .map_or_else(String::new, ToString::to_string),
            parent: body
                .parent
                .as_ref()
                .map_or_else(Chooser::default, |parent| {
                    Chooser::with(country, language, parent)
                })
                .or_none(visit.voice),
            territory: body
                .territory
                .as_ref()
                .map_or_else(Chooser::default, |territory| {
                    Chooser::with_place(country, language, territory)
                })
                .or_none(visit.voice),
            version: stored.version,
        }
    }

    /// Of a body to be, within another one perhaps.
    pub(super) fn empty(
        country: &Country,
        visit: &Visit,
        within: Option<&OrganisationCode>,
    ) -> Self {
        Self {
            code: String::new(),
            kind: OrganisationKind::Unit.to_string(),
            name_ar: String::new(),
            name_fr: String::new(),
            name_zgh: String::new(),
            name_en: String::new(),
            acronym: String::new(),
            receives: true,
            email: String::new(),
            phone: String::new(),
            address: String::new(),
            unit: String::new(),
            parent: within
                .map_or_else(Chooser::default, |within| {
                    Chooser::with(country, visit.language(), within)
                })
                .or_none(visit.voice),
            territory: Chooser::default(),
            version: 1,
        }
    }

    /// Of what was typed.
    pub(super) fn read(country: &Country, visit: &Visit, typed: &Typed) -> Self {
        let text = |name: &str| typed.text(name).to_owned();
        let language = visit.language();
        Self {
            code: text("code"),
            kind: text("kind"),
            name_ar: text("name-ar"),
            name_fr: text("name-fr"),
            name_zgh: text("name-zgh"),
            name_en: text("name-en"),
            acronym: text("acronym"),
            receives: typed.has("receives"),
            email: text("email"),
            phone: text("phone"),
            address: text("address"),
            unit: text("unit"),
            parent: Chooser::read(country, language, typed, "parent").or_none(visit.voice),
            territory: Chooser::read_place(country, language, typed, "territory")
                .or_none(visit.voice),
            version: text("version").parse().unwrap_or(0),
        }
    }

    /// The body the form describes, over what was kept of it; `None` when something is wrong, which `faults` then
    /// says.
    pub(super) fn check(
        &self,
        country: &Country,
        visit: &Visit,
        before: Option<&OrganisationRecord>,
        faults: &mut Faults,
    ) -> Option<OrganisationRecord> {
        let voice = visit.voice;
        let code = OrganisationCode::parse(&self.code)
            .ok()
            .filter(|code| code.as_str() != "new");
        if code.is_none() {
            faults.add("code", voice.say("error-code-form"));
        }
        if self.name_ar.is_empty() {
            faults.add("name-ar", voice.say("error-name-ar-empty"));
        }
        if self.name_fr.is_empty() {
            faults.add("name-fr", voice.say("error-name-fr-empty"));
        }
        for (field, text) in [
            ("name-ar", &self.name_ar),
            ("name-fr", &self.name_fr),
            ("name-zgh", &self.name_zgh),
            ("name-en", &self.name_en),
            ("acronym", &self.acronym),
            ("address", &self.address),
        ] {
            let over = over(text, TEXT_LIMIT);
            if over > 0 {
                faults.add(field, too_long(voice, over, TEXT_LIMIT));
            }
        }
        let kind = OrganisationKind::from_word(&self.kind);
        if kind.is_none() {
            faults.add("kind", voice.say("error-choose-from-list"));
        }
        if self.parent.is_open() {
            faults.add("parent", voice.say(self.parent.key()));
        }
        if self.territory.is_open() {
            faults.add("territory", voice.say(self.territory.key()));
        }
        if let Some(Err(error)) = filled(&self.email).map(|email| Email::parse(&email)) {
            faults.add("email", voice.say(error.key()));
        }
        if let Some(Err(error)) =
            filled(&self.phone).map(|phone| Phone::parse(&phone, country.numbering))
        {
            // How many digits there are is of no use to who enters the number of an office.
            let sentence = match error.key() {
                "error-phone-digits" => voice.say("error-phone-sign"),
                key => voice.say(key),
            };
            faults.add("phone", sentence);
        }
        if !faults.is_empty() {
            return None;
        }
        Some(OrganisationRecord {
            organisation: Organisation {
                code: code?,
                kind: kind?,
                parent: self.parent.chosen.clone(),
                territory: self.territory.chosen.clone(),
                acronym: filled(&self.acronym),
                names: Names {
                    ar: self.name_ar.clone(),
                    fr: self.name_fr.clone(),
                    zgh: filled(&self.name_zgh),
                    en: filled(&self.name_en),
                },
                supervisor: before.and_then(|before| before.organisation.supervisor.clone()),
                receives: self.receives,
            },
            is_active: before.is_none_or(|before| before.is_active),
            email: filled(&self.email),
            phone: filled(&self.phone),
            address: filled(&self.address),
            complaints_unit: OrganisationCode::parse(&self.unit).ok(),
            version: self.version,
        })
    }

    /// The kinds to choose from.
    pub(super) fn kinds(&self, visit: &Visit) -> Vec<Choice> {
        choices(
            visit,
            "organisation-kind-",
            OrganisationKind::ALL.iter().map(|kind| kind.as_str()),
            &self.kind,
        )
    }
}

/// The field to which a sentence of the clerks belongs.
pub(super) fn field_of(key: &str) -> &'static str {
    match key {
        "error-code-taken" | "error-code-form" => "code",
        "error-name-ar-empty" => "name-ar",
        "error-name-fr-empty" => "name-fr",
        "error-place-empty" | "error-territory-taken" => "territory",
        "error-unit-elsewhere" => "unit",
        "error-organisation-rule" | "error-organisation-reform" => "receives",
        _ => "parent",
    }
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

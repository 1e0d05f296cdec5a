//! Every word of the law that a page may show has a message.

use std::collections::BTreeSet;

use chikaya_domain::access::Role;
use chikaya_domain::answer::Outcome;
use chikaya_domain::case::{
    Channel, ClosingKey, Consent, EscalationLevel, Kind, Relation, Resolved, Stage, Treatment, Verb,
};
use chikaya_domain::clock::{DayUnit, HolidayKind};
use chikaya_domain::mail::MailReason;
use chikaya_domain::organisation::OrganisationKind;
use chikaya_domain::person::{Category, IdentityKind, TellBy};
use chikaya_domain::sms::Alphabet;
use chikaya_domain::statistics::{Caveat, Measure, Unit};
use chikaya_domain::territory::Level;

use crate::catalogue::keys;

macro_rules! has_words {
    ($known:ident, $($values:path => $($family:literal),+;)+) => {
        $($(for value in $values { let key = format!("{}{value}", $family); assert!($known.contains(key.as_str()), "`{key}`"); })+)+
    };
}

#[test]
fn every_value_has_words() {
    let known: BTreeSet<&str> = keys().collect();
    has_words! { known,
        Kind::ALL => "case-kind-";
        Stage::ALL => "case-state-", "case-desk-state-", "sms-state-";
        Outcome::ALL => "case-outcome-";
        Channel::ALL => "case-channel-";
        MailReason::ALL => "mail-in-reason-";
        Category::ALL => "case-category-";
        TellBy::ALL => "preference-by-";
        Relation::ALL => "case-relation-";
        Resolved::ALL => "case-resolved-";
        Treatment::ALL => "case-treatment-";
        Consent::ALL => "taken-consent-";
        ClosingKey::ALL => "case-closing-", "mail-closure-lead-";
        EscalationLevel::ALL => "case-escalation-";
        Verb::ALL => "case-verb-";
        Role::ALL => "role-";
        IdentityKind::ALL => "identity-";
        OrganisationKind::ALL => "organisation-kind-";
        HolidayKind::ALL => "holiday-kind-";
        DayUnit::ALL => "day-unit-";
        Level::ALL => "territory-";
        Measure::ALL => "measure-name-", "measure-meaning-";
        Caveat::ALL => "measure-caveat-";
        Unit::ALL => "measure-unit-";
        Alphabet::ALL => "admin-sms-alphabet-";
    }
}

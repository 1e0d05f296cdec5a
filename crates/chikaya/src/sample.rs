//! Sample accounts for demonstrations: marked as such, without a second factor, with a password that is printed.

use anyhow::Context as _;
use chikaya_domain::{Language, access::Role, id::OrganisationCode};
use chikaya_service::{
    Clerks, Country,
    staff::{NewStaff, Password},
};
use data_encoding::BASE32_NOPAD;

use crate::say::say;

/// The commune of Tiznit.
const TIZNIT: &str = "commune-09-581-01-07";

/// The accounts: address, name, role, organisation.
const ACCOUNTS: &[(&str, &str, Role, &str)] = &[
    (
        "officer@sample.invalid",
        "Sample officer 1",
        Role::Officer,
        TIZNIT,
    ),
    (
        "colleague@sample.invalid",
        "Sample officer 2",
        Role::Officer,
        TIZNIT,
    ),
    (
        "head@sample.invalid",
        "Sample head of unit",
        Role::UnitHead,
        TIZNIT,
    ),
    (
        "water@sample.invalid",
        "Sample officer 3",
        Role::Officer,
        "onee",
    ),
    (
        "reform@sample.invalid",
        "Sample router",
        Role::ReformAuthority,
        "reform-authority",
    ),
    (
        "commune@sample.invalid",
        "Sample head of administration",
        Role::AdministrationHead,
        TIZNIT,
    ),
    (
        "government@sample.invalid",
        "Sample reader of reports",
        Role::HeadOfGovernment,
        "head-of-government",
    ),
    (
        "call@sample.invalid",
        "Sample call agent",
        Role::CallAgent,
        "reform-authority",
    ),
    (
        "calls@sample.invalid",
        "Sample call supervisor",
        Role::CallSupervisor,
        "reform-authority",
    ),
    (
        "auditor@sample.invalid",
        "Sample auditor",
        Role::Auditor,
        "reform-authority",
    ),
    (
        "admin@sample.invalid",
        "Sample administrator",
        Role::Administrator,
        "reform-authority",
    ),
];

/// Makes the sample accounts that are missing and prints how to sign in. The password is new at each start of
/// an instance without accounts, so that no sample instance in the world shares one.
pub(crate) fn accounts(clerks: &Clerks) -> anyhow::Result<()> {
    let drawn = BASE32_NOPAD
        .encode(&clerks.identifiers().bytes::<10>())
        .to_lowercase();
    let country = clerks.country();
    let mut made = Vec::new();
    for (email, name, role, organisation) in ACCOUNTS {
        let organisation = find(&country, organisation)?;
        let password = Password::choose(&drawn, email)
            .map_err(|weak| anyhow::anyhow!("a sample password is {weak}"))?;
        let new = NewStaff {
            email: (*email).to_owned(),
            name: (*name).to_owned(),
            role: *role,
            organisation: organisation.clone(),
            unit: None,
            language: Language::French,
        };
        if clerks.create_sample_staff(new, &password)? {
            made.push(format!("  {email:<26} {role:<20} {organisation}"));
        }
    }
    if made.is_empty() {
        say("sample accounts are there already, with the password printed when they were made");
    } else {
        say(&format!(
            "sample accounts, password {drawn}:\n{}",
            made.join("\n")
        ));
    }
    Ok(())
}

/// The organisation of a sample account.
fn find(country: &Country, code: &str) -> anyhow::Result<OrganisationCode> {
    OrganisationCode::parse(code)
        .ok()
        .filter(|code| country.organisations.find(code).is_some())
        .with_context(|| format!("there is no organisation {code} for a sample account"))
}

#[cfg(test)]
mod tests {
    use chikaya_testkit::{Engine, Town};

    use super::*;

    #[test]
    fn every_sample_account_belongs_to_a_body_of_the_country() {
        let country = Town::on(Engine::Sqlite).clerks.country();
        for (email, _, _, organisation) in ACCOUNTS {
            assert!(find(&country, organisation).is_ok(), "{email}");
        }
    }
}

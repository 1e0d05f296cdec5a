//! The country pack: small files with their sources, checked at load with errors that name file and line.

use std::collections::{BTreeMap, BTreeSet};

use chikaya_domain::{
    clock::{Holiday, Period, Policies, Policy},
    competence::Rule,
    ground::Ground,
    id::OrganisationCode,
    organisation::Organisation,
    subject::{Question, Subject},
    territory::Territory,
};
use chikaya_store::{Archive, StoreError, country as stored, setting};
use sha2::{Digest as _, Sha256};

use super::{
    PackError,
    known::{Parts, REFORM_AUTHORITY, ZONE, touch},
    rows::{
        PolicyFile, Week, ground, holiday, organisation, question, ramadan, rows, rule, subject,
        territory,
    },
    weekend::PACK_WEEKEND,
};

/// The setting that holds the digest of the pack loaded last.
const LOADED: &str = "country.pack";

/// The files of a pack, as text.
#[derive(Clone, Copy, Debug)]
pub struct Pack {
    territories: &'static str,
    organisations: &'static str,
    local_authorities: &'static str,
    subjects: &'static str,
    questions: &'static str,
    competence: &'static str,
    grounds: &'static str,
    holidays: &'static str,
    ramadan: &'static str,
    policies: &'static str,
}

/// What loading did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadReport {
    /// Rows written; none when this pack was loaded before.
    pub changed: usize,
}

impl Pack {
    /// The pack of the Kingdom of Morocco, compiled into the program.
    pub const fn morocco() -> Self {
        Self {
            territories: include_str!("../../../../data/morocco/territories.csv"),
            organisations: include_str!("../../../../data/morocco/organisations.csv"),
            local_authorities: include_str!("../../../../data/morocco/local-authorities.csv"),
            subjects: include_str!("../../../../data/morocco/subjects.csv"),
            questions: include_str!("../../../../data/morocco/questions.csv"),
            competence: include_str!("../../../../data/morocco/competence.csv"),
            grounds: include_str!("../../../../data/morocco/grounds.csv"),
            holidays: include_str!("../../../../data/morocco/holidays.csv"),
            ramadan: include_str!("../../../../data/morocco/ramadan.csv"),
            policies: include_str!("../../../../data/morocco/policies.toml"),
        }
    }

    fn digest(&self) -> String {
        let mut hash = Sha256::new();
        for text in [
            self.territories,
            self.organisations,
            self.local_authorities,
            self.subjects,
            self.questions,
            self.competence,
            self.grounds,
            self.holidays,
            self.ramadan,
            self.policies,
        ] {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        }
        data_encoding::HEXLOWER.encode(&hash.finalize())
    }
}

/// A pack, read and checked.
#[derive(Debug)]
struct Contents {
    territories: Vec<Territory>,
    organisations: Vec<Organisation>,
    /// Postal addresses of organisations, as far as the pack knows them.
    addresses: BTreeMap<OrganisationCode, String>,
    subjects: Vec<Subject>,
    rules: Vec<Rule>,
    grounds: Vec<Ground>,
    holidays: Vec<(jiff::civil::Date, Holiday)>,
    ramadan: Vec<(Period, bool)>,
    week: Week,
    policies: Vec<Policy>,
}

/// Loads a pack into a migrated archive, once for each change of the pack, in one transaction. What an
/// administrator edited since stays: organisations marked as edited, holidays of other days, policies.
pub fn load(
    archive: &Archive,
    pack: &Pack,
    reform_authority: &OrganisationCode,
) -> Result<LoadReport, PackError> {
    let digest = pack.digest();
    let authority = reform_authority.clone();
    let wanted = digest.clone();
    let is_loaded = archive.read_blocking(move |tx| {
        let same_authority =
            setting::find(tx, REFORM_AUTHORITY)?.as_deref() == Some(authority.as_str());
        Ok::<_, StoreError>(same_authority && setting::find(tx, LOADED)?.as_ref() == Some(&wanted))
    })?;
    if is_loaded {
        return Ok(LoadReport { changed: 0 });
    }
    let contents = read(pack)?;
    check(&contents, reform_authority)?;
    let authority = reform_authority.clone();
    let changed = archive.write_blocking(move |tx| {
        write(tx, &contents)?;
        setting::put(tx, REFORM_AUTHORITY, authority.as_str())?;
        setting::put(tx, LOADED, &digest)?;
        touch(tx)?;
        Ok::<_, StoreError>(contents.size())
    })?;
    Ok(LoadReport { changed })
}

impl Contents {
    const fn size(&self) -> usize {
        self.territories.len()
            + self.organisations.len()
            + self.subjects.len()
            + self.rules.len()
            + self.grounds.len()
            + self.holidays.len()
            + self.ramadan.len()
            + self.policies.len()
    }
}

fn write(tx: &mut chikaya_store::Tx<'_>, contents: &Contents) -> Result<(), StoreError> {
    for territory in by_parent(&contents.territories, |item| {
        (&item.code, item.parent.as_ref())
    }) {
        stored::put_territory(tx, territory)?;
    }
    for body in by_parent(&contents.organisations, |item| {
        (&item.code, item.parent.as_ref())
    }) {
        let address = contents.addresses.get(&body.code).map(String::as_str);
        stored::put_organisation(tx, body, address)?;
    }
    stored::put_subjects(tx, &contents.subjects)?;
    stored::put_rules(tx, &contents.rules)?;
    stored::put_grounds(tx, &contents.grounds)?;
    for (day, holiday) in &contents.holidays {
        stored::put_holiday(tx, *day, holiday)?;
    }
    for (period, is_estimated) in &contents.ramadan {
        stored::put_ramadan(tx, *period, *is_estimated)?;
    }
    setting::put(tx, ZONE, &contents.week.zone)?;
    setting::put(tx, PACK_WEEKEND, &contents.week.kept())?;
    for policy in &contents.policies {
        stored::put_policy(tx, policy)?;
    }
    Ok(())
}

/// Items so that each comes after the one it belongs to.
fn by_parent<T, C: Ord>(
    items: &[T],
    key: impl for<'a> Fn(&'a T) -> (&'a C, Option<&'a C>),
) -> Vec<&T> {
    let mut placed: BTreeSet<&C> = BTreeSet::new();
    let mut ordered = Vec::with_capacity(items.len());
    let mut waiting: Vec<&T> = items.iter().collect();
    while !waiting.is_empty() {
        let before = waiting.len();
        waiting.retain(|item| {
            let (code, parent) = key(item);
            let ready = parent.is_none_or(|parent| placed.contains(parent));
            if ready {
                placed.insert(code);
                ordered.push(*item);
            }
            !ready
        });
        // Nothing moved: parents are missing, which the check has said already.
        if waiting.len() == before {
            break;
        }
    }
    ordered
}

/// Builds what the portal would build, so that nothing is loaded that could not be read again.
fn check(contents: &Contents, reform_authority: &OrganisationCode) -> Result<(), PackError> {
    let parts = Parts::fit(
        contents.territories.iter().cloned(),
        contents.organisations.iter().cloned(),
        contents.subjects.iter().cloned(),
        contents.rules.iter().cloned(),
    )
    .map_err(PackError::Whole)?;
    if parts.organisations.find(reform_authority).is_none() {
        return Err(PackError::Whole(format!(
            "the reform authority {reform_authority} is no organisation of the pack"
        )));
    }
    if contents.week.calendar().is_none() {
        return Err(PackError::Whole(format!(
            "policies.toml: {} is no time zone, or no day of the week is worked",
            contents.week.zone
        )));
    }
    Policies::new(contents.policies.clone())
        .map_err(|error| PackError::Whole(error.to_string()))?;
    Ok(())
}

fn read(pack: &Pack) -> Result<Contents, PackError> {
    let mut bodies = rows("organisations.csv", pack.organisations, organisation)?;
    bodies.extend(rows(
        "local-authorities.csv",
        pack.local_authorities,
        organisation,
    )?);
    let mut organisations = Vec::with_capacity(bodies.len());
    let mut addresses = BTreeMap::new();
    for (body, address) in bodies {
        if let Some(address) = address {
            addresses.insert(body.code.clone(), address);
        }
        organisations.push(body);
    }
    let mut questions: BTreeMap<String, Vec<Question>> = BTreeMap::new();
    for (of, question) in rows("questions.csv", pack.questions, question)? {
        questions.entry(of).or_default().push(question);
    }
    let mut subjects = rows("subjects.csv", pack.subjects, subject)?;
    for subject in &mut subjects {
        subject.questions = questions.remove(subject.code.as_str()).unwrap_or_default();
    }
    if let Some((of, _)) = questions.first_key_value() {
        return Err(PackError::Whole(format!(
            "questions.csv asks about {of}, which is no subject"
        )));
    }
    let mut rules = rows("competence.csv", pack.competence, rule)?;
    for (number, rule) in (1..).zip(&mut rules) {
        rule.id = number;
    }
    let policies: PolicyFile = toml::from_str(pack.policies).map_err(|error| PackError::Line {
        file: "policies.toml",
        line: error
            .span()
            .map_or(0, |span| pack.policies[..span.start].lines().count() as u64),
        fault: error.message().to_owned(),
    })?;
    Ok(Contents {
        territories: rows("territories.csv", pack.territories, territory)?,
        organisations,
        addresses,
        subjects,
        rules,
        grounds: rows("grounds.csv", pack.grounds, ground)?,
        holidays: rows("holidays.csv", pack.holidays, holiday)?,
        ramadan: rows("ramadan.csv", pack.ramadan, ramadan)?,
        week: policies.calendar,
        policies: policies.policy,
    })
}

#[cfg(test)]
mod tests {
    use super::{super::rows::organisation_code, *};

    fn with_policies(change: impl Fn(&str) -> String) -> Result<(), PackError> {
        let pack = Pack {
            policies: Box::leak(change(Pack::morocco().policies).into_boxed_str()),
            ..Pack::morocco()
        };
        check(
            &read(&pack)?,
            &organisation_code("reform-authority").unwrap(),
        )
    }

    #[test]
    fn the_week_is_that_of_the_file() {
        assert_eq!(read(&Pack::morocco()).unwrap().week.kept(), "6,7");
        let friday = with_policies(|text| text.replace("\"saturday\", \"sunday\"", "\"friday\""));
        friday.unwrap();
    }

    #[test]
    fn a_pack_may_have_the_postal_addresses_of_its_bodies() {
        assert!(read(&Pack::morocco()).unwrap().addresses.is_empty());
        let mut lines = Pack::morocco()
            .organisations
            .lines()
            .filter(|line| !line.starts_with('#'));
        let header = format!("{},address\n", lines.next().unwrap());
        let bodies: Vec<&str> = lines.collect();
        let with_address = format!(
            "{}\n",
            bodies
                .join(",\n")
                .replacen(",\n", ",\"12, rue de l’Exemple\n10000 Rabat\"\n", 1)
                + ","
        );
        let pack = Pack {
            organisations: Box::leak((header + &with_address).into_boxed_str()),
            ..Pack::morocco()
        };
        let contents = read(&pack).unwrap();
        check(&contents, &organisation_code("reform-authority").unwrap()).unwrap();
        let known: Vec<&str> = contents.addresses.values().map(String::as_str).collect();
        assert_eq!(known, ["12, rue de l’Exemple\n10000 Rabat"]);
    }

    #[test]
    fn a_calendar_that_cannot_be_is_refused_with_its_file() {
        let fault = |from: &str, to: &str| {
            with_policies(|text| text.replace(from, to))
                .unwrap_err()
                .to_string()
        };
        let day = fault("\"saturday\"", "\"samedi\"");
        let names_it = day.starts_with("policies.toml, line ") && day.contains("samedi");
        assert!(names_it, "{day}");
        let zone = fault("Africa/Casablanca", "Africa/Tiznit");
        assert!(zone.contains("Africa/Tiznit"), "{zone}");
        let missing = fault("[calendar]", "[almanac]");
        assert!(missing.contains("calendar"), "{missing}");
    }
}

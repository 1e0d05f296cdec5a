//! `admin`: accounts from the command line, for whoever holds the machine.

use std::io::Write as _;

use anyhow::{Context as _, anyhow, bail};
use chikaya_domain::{
    Language,
    access::Role,
    id::OrganisationCode,
    person::{Email, PersonName},
};
use chikaya_i18n::Voice;
use chikaya_service::{
    Clerks, Trouble,
    staff::{Member, NewStaff, Password, PeopleQuestion, Switch},
};
use clap::{Args, Subcommand};
use figment::Figment;

use super::common::Common;
use crate::{building::Building, say::say};

/// Flags of `admin`.
#[derive(Args, Clone, Debug)]
pub(crate) struct Admin {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    what: What,
}

#[derive(Clone, Debug, Subcommand)]
enum What {
    /// Create an account; the password is read from standard input.
    Create {
        /// Address to sign in with.
        email: String,
        /// Name shown to colleagues.
        #[arg(long)]
        name: String,
        /// officer, unit-head, administration-head, registry, reform-authority, head-of-government, auditor, administrator, call-agent or
        /// call-supervisor.
        #[arg(long, default_value = "administrator")]
        role: String,
        /// Code of the organisation; those who belong to none of the bodies that answer may go without.
        #[arg(long)]
        organisation: Option<String>,
        /// ar, zgh, fr or en.
        #[arg(long, default_value = "fr")]
        language: String,
    },
    /// Set a new password from standard input, forget the second factor, end all sessions.
    Reset {
        /// Address of the account.
        email: String,
    },
    /// List accounts by address, one on a line: address, role, organisation, state, name.
    List {
        /// Those of this organisation alone, by its code.
        #[arg(long)]
        organisation: Option<String>,
        /// Those of this role alone.
        #[arg(long)]
        role: Option<String>,
        /// Those who may not sign in any more alone.
        #[arg(long)]
        stopped: bool,
    },
    /// Print a one-time link that creates the first administrator.
    Link,
}

impl Admin {
    /// Does it.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let settings = self.common.settings(Figment::new())?;
        let building = Building::open(settings)?;
        let clerks = building.clerks();
        match self.what {
            What::Create {
                email,
                name,
                role,
                organisation,
                language,
            } => {
                let person = Person {
                    email,
                    name,
                    role,
                    organisation,
                    language,
                };
                create(clerks, &person)?;
                say("created; a second factor is set up at the first sign-in");
            }
            What::Reset { email } => {
                let password = read_password(&email)?;
                clerks
                    .reset_password(&email, &password)
                    .map_err(|trouble| match trouble {
                        Trouble::NotFound => {
                            anyhow!("nobody has an account with the address {email}")
                        }
                        other => sentence(other),
                    })?;
                say("done; all sessions ended");
            }
            What::List {
                organisation,
                role,
                stopped,
            } => {
                let question = PeopleQuestion {
                    words: String::new(),
                    role: role.as_deref().map(read_role).transpose()?,
                    organisation: organisation
                        .as_deref()
                        .map(|code| find_organisation(clerks, code))
                        .transpose()?,
                    state: stopped.then_some(Switch::Off),
                };
                list(clerks, &question)?;
            }
            What::Link => match building.first_link().map_err(sentence)? {
                Some(link) => say(&link),
                None => bail!(
                    "there is no link, for there is an administrator: `chikaya admin list --role administrator` says \
                     who, `chikaya admin reset ADDRESS` lets them in again"
                ),
            },
        }
        Ok(())
    }
}

/// Whom to make an account for, as typed.
struct Person {
    email: String,
    name: String,
    role: String,
    organisation: Option<String>,
    language: String,
}

/// Makes an account. Everything is judged before a password is asked for.
fn create(clerks: &Clerks, person: &Person) -> anyhow::Result<()> {
    let email = Email::parse(&person.email)
        .map_err(|error| anyhow!("{:?}: {}", person.email, in_words(error.key())))?;
    let name = PersonName::parse(&person.name)
        .map_err(|error| anyhow!("--name {:?}: {}", person.name, in_words(error.key())))?;
    let role = read_role(&person.role)?;
    let organisation = match &person.organisation {
        Some(code) => read_organisation(code)?,
        None if role.is_of_a_body() => {
            bail!("--organisation CODE is wanted: each {role} works for one organisation")
        }
        None => clerks.country().reform_authority.clone(),
    };
    match clerks.country().organisations.find(&organisation) {
        None => bail!("--organisation {organisation}: there is no such organisation"),
        Some(body) if role.is_of_a_body() && !body.receives => {
            bail!(
                "--organisation {organisation}: it receives no cases, and each {role} works on those of one organisation"
            )
        }
        Some(_) => {}
    }
    let language = Language::from_code(&person.language)
        .with_context(|| format!("{} is no language of the portal", person.language))?;
    let email = email.as_str().to_lowercase();
    let password = read_password(&email)?;
    let new = NewStaff {
        email,
        name: name.as_str().to_owned(),
        role,
        organisation,
        unit: None,
        language,
    };
    clerks.create_staff(new, &password).map_err(sentence)?;
    Ok(())
}

/// What went wrong, as a sentence.
fn sentence(trouble: Trouble) -> anyhow::Error {
    match trouble {
        Trouble::NotAcceptable(key) => anyhow!(in_words(key)),
        other => other.into(),
    }
}

/// The sentence behind a key.
fn in_words(key: &str) -> String {
    Voice::of(Language::English).say(key).into_owned()
}

/// Prints everybody who fits, page by page.
fn list(clerks: &Clerks, question: &PeopleQuestion) -> anyhow::Result<()> {
    let mut after = None;
    loop {
        let page = clerks.list_people(question.clone(), after)?;
        for member in &page.members {
            say(&line(member));
        }
        match page.next {
            Some(last) => after = Some(last),
            None => return Ok(()),
        }
    }
}

/// An account on a line: the columns keep their places as long as nobody is named at unusual length.
fn line(member: &Member) -> String {
    let state = match (member.is_active, member.has_second_factor, member.is_sample) {
        (false, _, _) => "stopped",
        (true, _, true) => "sample",
        (true, true, false) => "second factor",
        (true, false, false) => "no second factor",
    };
    format!(
        "{:<36}  {:<19}  {:<24}  {:<16}  {}",
        member.email,
        member.role.as_str(),
        member.organisation.as_str(),
        state,
        member.name
    )
}

fn read_organisation(code: &str) -> anyhow::Result<OrganisationCode> {
    OrganisationCode::parse(code).map_err(|_| anyhow!("{code} is no organisation's code"))
}

/// The code of an organisation that there is: of any other a list would be empty, and say nothing of why.
fn find_organisation(clerks: &Clerks, code: &str) -> anyhow::Result<OrganisationCode> {
    let organisation = read_organisation(code)?;
    if clerks.country().organisations.find(&organisation).is_none() {
        bail!("--organisation {organisation}: there is no such organisation");
    }
    Ok(organisation)
}

fn read_role(word: &str) -> anyhow::Result<Role> {
    Role::from_word(word).with_context(|| format!("{word} is no role"))
}

fn read_password(email: &str) -> anyhow::Result<Password> {
    std::io::stderr().write_all(b"password: ")?;
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    Password::choose(line.trim_end_matches(['\r', '\n']), email)
        .map_err(|weak| anyhow!(in_words(weak.key())))
}

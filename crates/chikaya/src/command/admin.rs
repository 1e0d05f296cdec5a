//! `admin`: accounts from the command line, for whoever holds the machine.

use std::io::Write as _;

use anyhow::{Context as _, anyhow};
use chikaya_domain::{Language, access::Role, id::OrganisationCode};
use chikaya_service::{
    Clerks,
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
        /// officer, unit-head, administration-head, registry, reform-authority, auditor or administrator.
        #[arg(long, default_value = "administrator")]
        role: String,
        /// Code of the organisation.
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
                let password = read_password(&email)?;
                let organisation = match organisation {
                    Some(code) => read_organisation(&code)?,
                    None => clerks.country().reform_authority.clone(),
                };
                let new = NewStaff {
                    email: email.trim().to_lowercase(),
                    name,
                    role: read_role(&role)?,
                    organisation,
                    unit: None,
                    language: Language::from_code(&language)
                        .with_context(|| format!("{language} is no language of the portal"))?,
                };
                clerks.create_staff(new, &password)?;
                say("created; a second factor is set up at the first sign-in");
            }
            What::Reset { email } => {
                clerks.reset_password(&email, &read_password(&email)?)?;
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
                    organisation: organisation.as_deref().map(read_organisation).transpose()?,
                    state: stopped.then_some(Switch::Off),
                };
                list(clerks, &question)?;
            }
            What::Link => building.greet(),
        }
        Ok(())
    }
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

fn read_role(word: &str) -> anyhow::Result<Role> {
    Role::from_word(word).with_context(|| format!("{word} is no role"))
}

fn read_password(email: &str) -> anyhow::Result<Password> {
    std::io::stderr().write_all(b"password: ")?;
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    Password::choose(line.trim_end_matches(['\r', '\n']), email)
        .map_err(|weak| anyhow!("this password is {weak}"))
}

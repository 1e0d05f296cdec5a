//! `admin`: accounts from the command line, for whoever holds the machine.

use std::io::Write as _;

use anyhow::{Context as _, anyhow};
use chikaya_domain::{Language, access::Role, id::OrganisationCode};
use chikaya_service::staff::{NewStaff, Password};
use clap::{Args, Subcommand};
use figment::Figment;

use super::{Common, say};
use crate::building::Building;

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
                    Some(code) => OrganisationCode::parse(&code)
                        .map_err(|_| anyhow!("{code} is no organisation's code"))?,
                    None => clerks.country().reform_authority.clone(),
                };
                let new = NewStaff {
                    email: email.trim().to_lowercase(),
                    name,
                    role: Role::from_word(&role).with_context(|| format!("{role} is no role"))?,
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
            What::Link => building.greet(),
        }
        Ok(())
    }
}

fn read_password(email: &str) -> anyhow::Result<Password> {
    std::io::stderr().write_all(b"password: ")?;
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    Password::choose(line.trim_end_matches(['\r', '\n']), email)
        .map_err(|weak| anyhow!("this password is {weak}"))
}

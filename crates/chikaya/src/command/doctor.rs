//! `doctor`: what is wrong with an instance, and what to do about it.

use std::path::Path;

use anyhow::bail;
use clap::Args;
use figment::Figment;

use super::common::Common;
use crate::{building::Building, say::say, settings::check, unopened::Part};

/// Least free room that is no worry, in bytes: 1 GB.
const ROOM: u64 = 1_000_000_000;

/// Flags of `doctor`.
#[derive(Args, Clone, Debug)]
pub(crate) struct Doctor {
    #[command(flatten)]
    common: Common,
    /// Also check the chain of every case.
    #[arg(long)]
    deep: bool,
}

/// What a check found.
struct Finding {
    what: &'static str,
    /// `None` when all is well; else what is wrong and what to do.
    trouble: Option<String>,
}

impl Doctor {
    /// Checks everything; fails when anything is wrong.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let settings = match self.common.settings(Figment::new()) {
            Ok(settings) => settings,
            Err(error) => {
                report(&[fault(
                    Part::Configuration.name(),
                    format!("{error:#}{}", advice(Part::Configuration)),
                )]);
                bail!("1 check failed");
            }
        };
        let mut findings = vec![disk(&settings.data_dir), clock()];
        match Building::open(settings) {
            Ok(building) => {
                findings.extend(
                    [
                        Part::Configuration,
                        Part::Database,
                        Part::Key,
                        Part::Storage,
                    ]
                    .map(|part| well(part.name())),
                );
                findings.push(mail(&building));
                findings.push(scanner(&building));
                findings.push(messages(&building));
                if self.deep {
                    findings.push(chains(&building));
                }
            }
            Err(unopened) => findings.push(fault(
                unopened.part.name(),
                format!("{unopened}{}", advice(unopened.part)),
            )),
        }
        report(&findings);
        let failed = findings
            .iter()
            .filter(|finding| finding.trouble.is_some())
            .count();
        if failed > 0 {
            bail!("{failed} of {} checks failed", findings.len());
        }
        Ok(())
    }
}

/// What to do about a part, where what is wrong with it does not say so itself.
const fn advice(part: Part) -> &'static str {
    match part {
        Part::Configuration => ": compare it with the commented chikaya.default.toml",
        Part::Database => {
            ": check database_url, that the server runs and that the account may create tables"
        }
        Part::Storage => ": check storage_url, that the folder exists and can be written to",
        Part::Folder => ": check data_dir and who may write there",
        Part::Key | Part::Country => "",
    }
}

fn report(findings: &[Finding]) {
    for finding in findings {
        match &finding.trouble {
            None => say(&format!("ok    {}", finding.what)),
            Some(trouble) => say(&format!("WRONG {}: {trouble}", finding.what)),
        }
    }
}

const fn well(what: &'static str) -> Finding {
    Finding {
        what,
        trouble: None,
    }
}

const fn fault(what: &'static str, trouble: String) -> Finding {
    Finding {
        what,
        trouble: Some(trouble),
    }
}

/// Whether files are looked at for malware. That they are not is said, and is no fault where nobody asked for it.
fn scanner(building: &Building) -> Finding {
    let clamd = match check::clamd(building.settings()) {
        Ok(Some(clamd)) => clamd,
        Ok(None) => {
            return well("malware scanner (none: scan.clamd is empty, files are kept unscanned)");
        }
        Err(error) => return fault("malware scanner", format!("{error:#}")),
    };
    let asked = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map(|runtime| runtime.block_on(clamd.version()));
    match asked {
        Ok(Ok(_)) => well("malware scanner"),
        Ok(Err(error)) => fault(
            "malware scanner",
            format!(
                "{error}: check scan.clamd and that clamd runs; files are refused meanwhile where scan.needed is true"
            ),
        ),
        Err(error) => fault("malware scanner", error.to_string()),
    }
}

/// Whether there is room on the disk of the instance's folder.
fn disk(folder: &Path) -> Finding {
    // What is relative begins in the folder that the program was started in.
    let existing = folder
        .ancestors()
        .find(|ancestor| ancestor.exists())
        .unwrap_or_else(|| Path::new("."));
    match rustix::fs::statvfs(existing) {
        Ok(disk) => {
            let free = disk.f_bavail * disk.f_frsize;
            if free < ROOM {
                fault(
                    "disk",
                    format!(
                        "{} MB are free at {}: make room before filings are refused",
                        free / 1_000_000,
                        existing.display()
                    ),
                )
            } else {
                well("disk")
            }
        }
        Err(error) => fault(
            "disk",
            format!("{} cannot be looked at: {error}", existing.display()),
        ),
    }
}

/// Whether the machine's clock can be right: time limits are counted with it.
fn clock() -> Finding {
    let now = chikaya_service::seam::Clock::now(&chikaya_service::seam::SystemClock);
    let built = jiff::civil::date(2026, 1, 1);
    if jiff::tz::TimeZone::UTC.to_datetime(now).date() < built {
        fault(
            "clock",
            format!(
                "the machine says it is {now}, which is before this program was made: set its clock"
            ),
        )
    } else {
        well("clock")
    }
}

/// Whether every case is as it was recorded.
fn chains(building: &Building) -> Finding {
    let checked = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(anyhow::Error::from)
        .and_then(|runtime| Ok(runtime.block_on(building.clerks().check_all_chains())?));
    match checked {
        Ok((cases, events)) => {
            say(&format!("chains: {cases} cases, {events} events intact"));
            well("chains")
        }
        Err(error) => fault(
            "chains",
            format!("{error:#}: someone changed the record; compare with a backup"),
        ),
    }
}

/// Whether the mail server answers.
fn mail(building: &Building) -> Finding {
    let post = match building.post() {
        Ok(post) => post,
        Err(error) => return fault("mail", format!("{error:#}: check the section [mail]")),
    };
    let Some(server) = post.server() else {
        let settings = building.settings();
        return if settings.demo {
            well("mail (to the mailbox page of this demonstration)")
        } else if settings.has_mailbox() {
            fault(
                "mail",
                "everybody can read all messages at /mailbox, with their codes and links: set mail.host, and take \
                 mail.mailbox out"
                    .to_owned(),
            )
        } else {
            fault(
                "mail",
                "no server is set, and messages wait: nobody gets a code, a question or an answer: set mail.host"
                    .to_owned(),
            )
        };
    };
    let answered = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(anyhow::Error::from)
        .and_then(|runtime| Ok(runtime.block_on(server.test())?));
    match answered {
        Ok(()) => well("mail"),
        Err(error) => fault(
            "mail",
            format!("{error:#}: check host, port, security, user and password in [mail]"),
        ),
    }
}

/// Whether messages leave: a server can answer and yet take none.
fn messages(building: &Building) -> Finding {
    let clerks = building.clerks();
    let found = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(anyhow::Error::from)
        .and_then(|runtime| Ok(runtime.block_on(clerks.messages_that_wait())?));
    let waiting = match found {
        Ok(waiting) => waiting,
        Err(error) => return fault("messages", format!("they cannot be counted: {error:#}")),
    };
    // Whether the server can be reached is a check of its own.
    if waiting.count == 0 || !waiting.is_worth_telling(clerks.now()) {
        return well("messages");
    }
    let first = waiting.since.map_or_else(String::new, |since| {
        format!(", the first since {}", since.strftime("%FT%TZ"))
    });
    let why = waiting
        .stoppage
        .map(|stoppage| stoppage.why)
        .or(waiting.why)
        .map_or_else(String::new, |why| format!(" ({why})"));
    fault(
        "messages",
        format!(
            "{} wait{first}{why}: see that `serve` runs and what the mail server says",
            waiting.count
        ),
    )
}

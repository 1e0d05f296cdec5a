//! `doctor`: what is wrong with an instance, and what to do about it.

mod deep;
mod finding;
mod mail_in;
mod serving;
mod telephone;

use std::path::Path;

use anyhow::bail;
use clap::Args;
use figment::Figment;

use self::{
    deep::RecordCheck,
    finding::{Finding, report},
};
use super::{common::Common, wait::wait};
use crate::{
    account,
    building::{self, Building},
    settings::check,
    unopened::Part,
};

/// Least free room that is no worry, in bytes: 1 GB.
const ROOM: u64 = 1_000_000_000;

/// Flags of `doctor`.
#[derive(Args, Clone, Debug)]
pub(crate) struct Doctor {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    deep: RecordCheck,
}

impl Doctor {
    /// Checks everything; fails when anything is wrong.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let settings = match self.common.settings(Figment::new()) {
            Ok(settings) => settings,
            Err(error) => {
                report(&[Finding::wrong(
                    Part::Configuration.name(),
                    format!("{error:#}{}", Part::Configuration.advice()),
                )]);
                bail!("1 check failed");
            }
        };
        let mut findings = vec![disk(&settings.data_dir)];
        findings.extend(serving::clock());
        let is_embedded = building::sqlite_file(&settings).is_ok();
        match Building::open(settings) {
            Ok(building) => {
                findings.extend(
                    [Part::Configuration, Part::Database, Part::Key]
                        .map(|part| Finding::well(part.name())),
                );
                findings.extend(serving::check(&building));
                findings.push(mail(&building));
                findings.extend(sms(&building));
                findings.push(mail_in::check(building.settings()));
                findings.push(scanner(&building));
                findings.push(messages(&building));
                findings.extend(telephone::check(&building));
                if self.deep.deep {
                    findings.push(record(&building, &self.deep));
                }
            }
            Err(unopened) => findings.push(Finding::wrong(
                unopened.part.name(),
                format!("{unopened}{}", unopened.advice(is_embedded)),
            )),
        }
        report(&findings);
        let failed = findings.iter().filter(|finding| finding.is_wrong()).count();
        if failed > 0 {
            bail!("{failed} of {} checks failed", findings.len());
        }
        Ok(())
    }
}

/// Whether files are looked at for malware. That they are not is said, and is no fault where nobody asked for it.
fn scanner(building: &Building) -> Finding {
    let clamd = match check::clamd(building.settings()) {
        Ok(Some(clamd)) => clamd,
        Ok(None) => {
            return Finding::well(
                "malware scanner (none: scan.clamd is empty, files are kept unscanned)",
            );
        }
        Err(error) => return Finding::wrong("malware scanner", format!("{error:#}")),
    };
    match wait(clamd.version()) {
        Ok(_) => Finding::well("malware scanner"),
        Err(error) => Finding::wrong(
            "malware scanner",
            format!(
                "{error:#}: check scan.clamd and that clamd runs; files are refused meanwhile where scan.needed is true"
            ),
        ),
    }
}

/// Whether there is room on the disk of the instance's folder, and leave to write there.
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
                Finding::wrong(
                    "disk",
                    format!(
                        "{} MB are free at {}: make room before filings are refused",
                        free / 1_000_000,
                        existing.display()
                    ),
                )
            } else {
                account::why_not_in_folder(existing).map_or_else(
                    || Finding::well("disk"),
                    |why| {
                        Finding::wrong(
                            "disk",
                            format!(
                                "{why}: the portal keeps all there that has no place of its own"
                            ),
                        )
                    },
                )
            }
        }
        Err(error) => Finding::wrong(
            "disk",
            format!("{} cannot be looked at: {error}", existing.display()),
        ),
    }
}

/// Whether all that is kept is as it was recorded.
fn record(building: &Building, deep: &RecordCheck) -> Finding {
    match deep.check(building) {
        None => Finding::well("record"),
        Some(trouble) => Finding::wrong("record", trouble),
    }
}

/// Whether the mail server answers.
fn mail(building: &Building) -> Finding {
    let post = match building.post() {
        Ok(post) => post,
        Err(error) => {
            return Finding::wrong("mail", format!("{error:#}: check the section [mail]"));
        }
    };
    let Some(server) = post.server() else {
        let settings = building.settings();
        return if settings.demo {
            Finding::known(
                "mail",
                "to the mailbox page of this demonstration".to_owned(),
            )
        } else if settings.has_mailbox() {
            Finding::wrong(
                "mail",
                "everybody can read all messages at /mailbox, with their codes and links: set mail.host, and take \
                 mail.mailbox out"
                    .to_owned(),
            )
        } else {
            Finding::wrong(
                "mail",
                "no server is set, and messages wait: nobody gets a code, a question or an answer: set mail.host"
                    .to_owned(),
            )
        };
    };
    let answered = wait(server.test());
    match answered {
        Ok(()) => Finding::well("mail"),
        Err(error) => Finding::wrong(
            "mail",
            format!("{error:#}: check host, port, security, user and password in [mail]"),
        ),
    }
}

/// Whether the gateway for short messages answers, and whether it can bring any; nothing without one.
fn sms(building: &Building) -> Option<Finding> {
    const WHAT: &str = "short messages";
    let post = match building.post() {
        Ok(post) => post,
        Err(error) => {
            return Some(Finding::wrong(
                WHAT,
                format!("{error:#}: check the section [sms]"),
            ));
        }
    };
    let gateway = post.gateway()?;
    Some(match wait(gateway.test()) {
        Err(error) => Finding::wrong(
            WHAT,
            format!("{error:#}: check sms.url, and that the gateway runs"),
        ),
        Ok(()) if building.settings().sms.quiet.is_empty() => Finding::warning(
            WHAT,
            "news leave at any time of the night: set sms.quiet".to_owned(),
        ),
        Ok(()) => Finding::well(WHAT),
    })
}

/// Whether messages leave: a server can answer and yet take none.
fn messages(building: &Building) -> Finding {
    let clerks = building.clerks();
    let found = wait(clerks.messages_that_wait());
    let waiting = match found {
        Ok(waiting) => waiting,
        Err(error) => {
            return Finding::wrong("messages", format!("they cannot be counted: {error:#}"));
        }
    };
    // Whether the server can be reached is a check of its own.
    if waiting.count == 0 || !waiting.is_worth_telling(clerks.now()) {
        return Finding::well("messages");
    }
    let first = waiting.since.map_or_else(String::new, |since| {
        format!(", the first since {}", since.strftime("%FT%TZ"))
    });
    let why = waiting
        .stoppage
        .map(|stoppage| stoppage.why)
        .or(waiting.why)
        .map_or_else(String::new, |why| format!(" ({why})"));
    Finding::wrong(
        "messages",
        format!(
            "{} wait{first}{why}: see that `serve` runs and what the mail server says",
            waiting.count
        ),
    )
}

//! Annual reports: the chain of each, how it stands told again from its facts, and what its facts say was written, counted
//! and sent.

use chikaya_domain::{
    Language,
    annual::{Fact, Kept, State, decide},
};
use chikaya_store::{
    StoreError, Tx,
    annual::{self as store, StoredAnnual, StoredFact},
};
use uuid::Uuid;

use super::found::{Break, Fault, Place};
use crate::{
    Trouble,
    annual::{digest, genesis, link},
};

/// Reports read at once.
const REPORTS: i64 = 50;

/// The check of reports on its way.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct AnnualCheck {
    after: Uuid,
    is_over: bool,
}

impl AnnualCheck {
    pub(super) const fn is_over(&self) -> bool {
        self.is_over
    }

    /// Checks the next reports.
    pub(super) fn step(&mut self, tx: &mut Tx<'_>, breaks: &mut Vec<Break>) -> Result<(), Trouble> {
        let reports = match store::after(tx, self.after, REPORTS) {
            Ok(reports) => reports,
            // Which of them it is stands in its words; those behind it are judged when it can be read again.
            Err(StoreError::Corrupt { what }) => {
                breaks.push(Break::at(Place::Object(what), Fault::Unreadable));
                Vec::new()
            }
            Err(other) => return Err(other.into()),
        };
        match reports.last() {
            None => self.is_over = true,
            Some(last) => self.after = last.id.as_uuid(),
        }
        for annual in &reports {
            check(tx, annual, breaks)?;
        }
        Ok(())
    }
}

fn check(tx: &mut Tx<'_>, annual: &StoredAnnual, breaks: &mut Vec<Break>) -> Result<(), Trouble> {
    let name = format!("report {}", annual.id);
    let mut tell = |what: &str, fault: Fault| {
        breaks.push(Break::at(Place::Object(format!("{name}{what}")), fault));
    };
    let facts = match store::facts(tx, annual.id) {
        Ok(facts) => facts,
        Err(StoreError::Corrupt { .. }) => {
            tell(", its facts", Fault::Unreadable);
            return Ok(());
        }
        Err(other) => return Err(other.into()),
    };
    let mut head = genesis(annual.id);
    let mut told: Option<State> = None;
    let mut stage_at = None;
    for (due, stored) in (1..).zip(&facts) {
        let what = format!(", fact {}", stored.sequence);
        if stored.sequence != due {
            tell(
                &what,
                Fault::Number {
                    due: i64::from(due),
                },
            );
        }
        head = link(
            &head,
            annual.id,
            stored.sequence,
            stored.at,
            (&stored.fact, &stored.payload),
        );
        if head.as_bytes().as_slice() != stored.chain {
            tell(&what, Fault::Hash);
        }
        if stored.staff != stored.chained_staff {
            tell(&what, Fault::Altered);
        }
        let before = told.map(|told| told.stage);
        told = match (told, &stored.fact) {
            (None, Fact::Begun { kind, .. }) => Some(State::begun(*kind)),
            (None, _) => None,
            (Some(state), fact) => decide(state, fact).ok().or_else(|| {
                tell(&what, Fault::Foreign);
                Some(state)
            }),
        };
        if told.map(|told| told.stage) != before {
            stage_at = Some(stored.at);
        }
    }
    if facts.is_empty() {
        tell("", Fault::NoEvents);
    } else if head.as_bytes().as_slice() != annual.chain {
        tell("", Fault::Head);
    }
    let is_since = stage_at.is_none_or(|at| at == annual.stage_at);
    if told.is_some_and(|told| told != annual.state) || !is_since {
        tell("", Fault::State);
    }
    let is_begun_so = facts.first().is_some_and(|first| {
        matches!(&first.fact, Fact::Begun { kind, year, organisation, is_sample }
            if *kind == annual.kind() && *year == annual.year && *organisation == annual.organisation
                && *is_sample == annual.is_sample)
    });
    if !facts.is_empty() && !is_begun_so {
        tell("", Fault::Altered);
    }
    for (what, fault) in things(tx, annual, &facts)? {
        tell(&what, fault);
    }
    Ok(())
}

/// What the facts of a report speak of: each is there as it was, and nothing beside it.
fn things(
    tx: &mut Tx<'_>,
    annual: &StoredAnnual,
    facts: &[StoredFact],
) -> Result<Vec<(String, Fault)>, Trouble> {
    let mut found = Vec::new();
    let mut texts = store::texts(tx, annual.id)?;
    for stored in facts {
        match &stored.fact {
            Fact::Written {
                section,
                language,
                version,
                sha256,
            } => {
                let what = format!(", {section} {language}, version {version}");
                let place = texts.iter().position(|text| {
                    (text.section, text.language, text.version) == (*section, *language, *version)
                });
                match place.map(|place| texts.swap_remove(place)) {
                    None => found.push((what, Fault::Gone)),
                    Some(text)
                        if digest(text.body.as_bytes()) != *sha256
                            || Some(text.staff) != stored.chained_staff
                            || text.at != stored.at =>
                    {
                        found.push((what, Fault::Altered));
                    }
                    Some(_) => {}
                }
            }
            Fact::Frozen { sha256, .. } => {
                let what = format!(", figures of fact {}", stored.sequence);
                match store::figures(tx, annual.id, stored.sequence)? {
                    None => found.push((what, Fault::Gone)),
                    Some(content) if digest(content.as_bytes()) != *sha256 => {
                        found.push((what, Fault::Altered));
                    }
                    Some(_) => {}
                }
            }
            Fact::Transmitted { documents } | Fact::Published { documents, .. } => {
                for Kept { language, sha256 } in documents {
                    found.extend(document(tx, annual, stored.sequence, *language, sha256)?);
                }
            }
            _ => {}
        }
    }
    let foreign = texts.into_iter().map(|text| {
        let what = format!(
            ", {} {}, version {}",
            text.section, text.language, text.version
        );
        (what, Fault::Foreign)
    });
    found.extend(foreign);
    Ok(found)
}

fn document(
    tx: &mut Tx<'_>,
    annual: &StoredAnnual,
    sequence: u32,
    language: Language,
    sha256: &str,
) -> Result<Option<(String, Fault)>, Trouble> {
    let what = format!(", document of fact {sequence}, {language}");
    Ok(match store::document(tx, annual.id, sequence, language)? {
        None => Some((what, Fault::Gone)),
        Some(bytes) if digest(&bytes) != sha256 => Some((what, Fault::Altered)),
        Some(_) => None,
    })
}

//! Who had a case before: the bodies that have it no more, and why it left each of them.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Fact;
use crate::{
    id::{DocumentId, OrganisationCode},
    word::word_enum,
};

word_enum! {
    /// Why a case left a body.
    Leaving {
        /// The body sent it on.
        Transferred => "transferred",
        /// The body refused competence.
        Refused => "refused",
        /// Nobody there could examine it.
        Climbed => "climbed",
        /// The reform authority gave it to another.
        Arbitrated => "arbitrated",
    }
}

/// A body that had a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// The body.
    pub body: OrganisationCode,
    /// Until when.
    pub until: Timestamp,
    /// Why it left.
    pub why: Leaving,
    /// The words in which that was said.
    pub reason: Option<DocumentId>,
}

/// The bodies that had a case and have it no more, from what happened to it; each as it left the last time, whoever had
/// it latest first.
pub fn former_bodies<'a>(facts: impl IntoIterator<Item = (Timestamp, &'a Fact)>) -> Vec<Former> {
    let mut holder: Option<&OrganisationCode> = None;
    let mut refusal: Option<DocumentId> = None;
    let mut left: BTreeMap<&OrganisationCode, Former> = BTreeMap::new();
    for (at, fact) in facts {
        let (to, why, reason) = match fact {
            Fact::Filed(filed) => {
                holder = Some(&filed.organisation);
                continue;
            }
            Fact::CompetenceRefused { reason, .. } => {
                refusal = Some(*reason);
                continue;
            }
            Fact::Transferred { to, reason } => (to, Leaving::Transferred, Some(*reason)),
            Fact::Climbed { to, .. } => (to, Leaving::Climbed, None),
            Fact::Arbitrated { competent, reason } => {
                (competent, Leaving::Arbitrated, Some(*reason))
            }
            _ => continue,
        };
        let refused = refusal.take();
        if let Some(body) = holder.filter(|body| *body != to) {
            let former = Former {
                body: body.clone(),
                until: at,
                why: refused.map_or(why, |_| Leaving::Refused),
                reason: refused.or(reason),
            };
            left.insert(body, former);
        }
        holder = Some(to);
    }
    let mut former: Vec<Former> = left
        .into_values()
        .filter(|former| Some(&former.body) != holder)
        .collect();
    former.sort_by_key(|former| std::cmp::Reverse(former.until));
    former
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::case::ClimbCause;

    fn code(text: &str) -> OrganisationCode {
        OrganisationCode::parse(text).unwrap()
    }

    fn document(number: u128) -> DocumentId {
        DocumentId::new(Uuid::from_u128(number))
    }

    fn to(body: &str, reason: u128) -> Fact {
        Fact::Transferred {
            to: code(body),
            reason: document(reason),
        }
    }

    fn refused(reason: u128) -> Fact {
        Fact::CompetenceRefused {
            reason: document(reason),
            times: 1,
        }
    }

    /// Bodies with why and by which words it left them; the first fact brings the case to body `a`.
    fn told(facts: &[Fact]) -> Vec<(String, Leaving, Option<DocumentId>)> {
        let begin = [to("a", 0)];
        let moments = (0_i64..).map(|second| Timestamp::from_second(second).unwrap());
        former_bodies(moments.zip(begin.iter().chain(facts)))
            .into_iter()
            .map(|former| (former.body.to_string(), former.why, former.reason))
            .collect()
    }

    #[test]
    fn a_case_that_stays_left_nobody() {
        assert_eq!(told(&[]), []);
        assert_eq!(told(&[refused(1), Fact::SentToArbitration]), []);
        // Whoever has it again is no former body.
        let back = [to("b", 1), to("a", 2)];
        assert_eq!(
            told(&back),
            [("b".to_owned(), Leaving::Transferred, Some(document(2)))]
        );
    }

    #[test]
    fn each_body_is_told_as_it_left_last_the_latest_first() {
        let facts = [
            to("b", 1),
            refused(2),
            to("a", 2),
            to("b", 3),
            to("c", 4),
            Fact::Climbed {
                to: code("d"),
                cause: ClimbCause::NobodyLeft,
            },
        ];
        assert_eq!(
            told(&facts),
            [
                ("c".to_owned(), Leaving::Climbed, None),
                ("b".to_owned(), Leaving::Transferred, Some(document(4))),
                ("a".to_owned(), Leaving::Transferred, Some(document(3))),
            ]
        );
    }

    #[test]
    fn whoever_refused_before_the_authority_decided_has_refused() {
        let arbitrated = |body: &str| Fact::Arbitrated {
            competent: code(body),
            reason: document(9),
        };
        let elsewhere = [refused(1), Fact::SentToArbitration, arbitrated("b")];
        assert_eq!(
            told(&elsewhere),
            [("a".to_owned(), Leaving::Refused, Some(document(1)))]
        );
        // It came back to them: their refusal is no reason for what happens later.
        let back = [
            refused(1),
            Fact::SentToArbitration,
            arbitrated("a"),
            to("b", 2),
        ];
        assert_eq!(
            told(&back),
            [("a".to_owned(), Leaving::Transferred, Some(document(2)))]
        );
    }
}

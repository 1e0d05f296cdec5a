//! The random sample of satisfaction: who is asked is drawn so that nobody chooses it and anybody can draw it again, and what
//! they say is told with how sure it is.
//!
//! **Draw.** The frame of a week is the cases that were first answered in it. A seed is made of the head of the record, which
//! nobody knows before everything in it has happened; each case of the frame has a digest under that seed, and those with the
//! smallest are drawn. So each has the same chance, whatever its identifier, and two draws of one frame are the same.
//!
//! **Estimate.** Each week is a stratum: one drawn case stands for population ÷ drawn of them. A share is the weighted one of
//! those who answered. Its interval is Wilson's (1927) with the number of answers that tell as much as these do: weights and
//! finite populations taken into account (Franco, Little, Louis and Slud, "Comparative Study of Confidence Intervals for
//! Proportions in Complex Sample Surveys", Journal of Survey Statistics and Methodology 7, 2019, recommend it; O'Neill,
//! "Mathematical properties and finite-population correction for the Wilson score interval", 2021, has it for finite
//! populations). The interval tells the chance of the draw and of who answers, as if those who are silent were like the
//! others. Whether they are, it cannot tell: how far the share could be from the truth is told beside it, by the bounds in
//! which all of them say no, or yes (Horowitz and Manski 2000).

use sha2::{Digest as _, Sha256};

use super::{
    Share, Week,
    figures::{Z, real, wilson},
};
use crate::{
    case::{Fact, Judgement},
    id::CaseId,
    word::word_enum,
};

word_enum! {
    /// What became of asking somebody who was drawn.
    Asking {
        /// Nothing yet.
        Due => "due",
        /// They were asked by mail.
        ByMail => "by-mail",
        /// They wait to be asked on the telephone.
        ToCall => "to-call",
        /// They wait to be asked by letter.
        ToWrite => "to-write",
        /// Their address for mail is not proven, and there is no other way.
        Unproven => "unproven",
        /// They gave nothing by which they could be asked.
        Unreachable => "unreachable",
        /// They were asked about another case not long ago.
        Rested => "rested",
        /// They had judged the answer before they were asked.
        Judged => "judged",
        /// The case was reopened before they were asked: there is no answer to judge.
        Reopened => "reopened",
        /// The case is no more.
        Gone => "gone",
    }
}

/// What was said of the answer by which a case came into the frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// The judgement, if there is one.
    pub judgement: Option<Judgement>,
    /// Whether the case was reopened since; what is judged afterwards is another answer.
    pub is_reopened: bool,
}

impl Response {
    /// By what happened to the case after that answer, in order.
    pub fn of<'a>(later: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut response = Self::default();
        for fact in later {
            match fact {
                Fact::Judged {
                    resolved,
                    treatment,
                } => {
                    response.judgement = Some(Judgement {
                        resolved: *resolved,
                        treatment: *treatment,
                    });
                }
                Fact::Reopened { .. } => {
                    response.is_reopened = true;
                    break;
                }
                _ => {}
            }
        }
        response
    }

    /// Whether there is nothing left to ask.
    pub const fn is_over(self) -> bool {
        self.judgement.is_some() || self.is_reopened
    }
}

/// What a draw hangs on: 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed([u8; 32]);

impl Seed {
    /// What its digests begin with: another way to draw has another one.
    const LABEL: &'static [u8] = b"chikaya sample 1\n";

    /// SHA-256 over a label, the head of the record over all events up to a position (32 bytes), that position (8 bytes,
    /// big-endian) and the week (`2026-W11`).
    pub fn of(head: &[u8; 32], position: u64, week: Week) -> Self {
        let mut digest = Sha256::new();
        digest.update(Self::LABEL);
        digest.update(head);
        digest.update(position.to_be_bytes());
        digest.update(week.to_string());
        Self(digest.finalize().into())
    }

    /// A seed as kept.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// SHA-256 over the seed and the 16 bytes of a case's identifier: the smallest are drawn.
    fn digest_of(&self, case: CaseId) -> [u8; 32] {
        let mut digest = Sha256::new();
        digest.update(self.0);
        digest.update(case.as_uuid().as_bytes());
        digest.finalize().into()
    }

    /// Draws as many of a frame as are wanted, or all, in the order of their digests. A case that stands in the frame twice
    /// is drawn once; the order of the frame changes nothing.
    pub fn draw(&self, frame: &[CaseId], wanted: usize) -> Vec<CaseId> {
        let mut digests: Vec<([u8; 32], CaseId)> = frame
            .iter()
            .map(|case| (self.digest_of(*case), *case))
            .collect();
        digests.sort_unstable();
        digests.dedup();
        digests.truncate(wanted);
        digests.into_iter().map(|(_, case)| case).collect()
    }
}

/// What became of one question in one week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stratum {
    /// Cases that could have been drawn.
    pub population: i64,
    /// Those that were drawn.
    pub drawn: i64,
    /// Those who answered the question.
    pub given: i64,
    /// Those who answered it with the word that is meant.
    pub meant: i64,
}

/// A share of everybody, told from those who were drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The share among those who answer, with its interval of 95 % for everybody, if the silent are like the others.
    pub share: Share,
    /// The share among all who were drawn, if every silent one meant otherwise.
    pub at_least: f64,
    /// The same, if every silent one meant it.
    pub at_most: f64,
}

/// The share over some weeks; none where nobody answered.
pub fn estimate(strata: &[Stratum]) -> Option<Estimate> {
    let (mut meant, mut all, mut silent, mut spread) = (0.0, 0.0, 0.0, 0.0);
    for stratum in strata.iter().filter(|stratum| stratum.drawn > 0) {
        let (population, drawn) = (real(stratum.population), real(stratum.drawn));
        let given = real(stratum.given);
        // How many cases one that was drawn stands for.
        let weight = population / drawn;
        meant += weight * real(stratum.meant);
        all += weight * given;
        silent += weight * real(stratum.drawn - stratum.given);
        // Of a week in which everybody was drawn and answered, chance varies nothing.
        let left = if population > 1.0 {
            (population - given) / (population - 1.0)
        } else {
            0.0
        };
        spread += weight * weight * left * given;
    }
    if all <= 0.0 {
        return None;
    }
    let value = meant / all;
    let share = if spread > 0.0 {
        wilson(value, all * all / spread, Z)
    } else {
        Share {
            value,
            low: value,
            high: value,
        }
    };
    Some(Estimate {
        share,
        at_least: meant / (all + silent),
        at_most: (meant + silent) / (all + silent),
    })
}

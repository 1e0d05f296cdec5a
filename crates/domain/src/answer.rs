//! Answers: their outcomes, and the gate each must pass before it is sent.

use crate::{filing::Kind, word::word_enum};

word_enum! {
    /// How a case was decided.
    Outcome {
        /// What was asked for is granted.
        Granted => "granted",
        /// Part of it is granted.
        PartlyGranted => "partly-granted",
        /// It is refused, with reasons and a legal ground.
        Refused => "refused",
        /// It cannot be examined: a court has it, or another ground of the decree.
        Inadmissible => "inadmissible",
        /// The person is directed to a body outside.
        Redirected => "redirected",
        /// A remark or proposal was noted.
        Noted => "noted",
        /// The register that kept the case before states no outcome. Never chosen here.
        Unstated => "unstated",
    }
}

impl Outcome {
    /// Whether the outcome exists for this kind of filing: only remarks and proposals are noted.
    pub const fn fits(self, kind: Kind) -> bool {
        match self {
            Self::Noted => matches!(kind, Kind::Remark | Kind::Proposal),
            Self::Granted | Self::PartlyGranted | Self::Refused => {
                matches!(kind, Kind::Complaint | Kind::Proposal)
            }
            Self::Inadmissible | Self::Redirected => true,
            Self::Unstated => false,
        }
    }

    /// Whether the outcome is against the person, so that the law wants a ground stated (law 03-01).
    pub const fn needs_ground(self) -> bool {
        matches!(self, Self::Refused | Self::Inadmissible)
    }
}

/// An answer before the gate.
#[derive(Clone, Copy, Debug)]
pub struct AnswerDraft<'a> {
    /// How it was decided, if chosen.
    pub outcome: Option<Outcome>,
    /// Reasons, and what was or will be done.
    pub reasons: &'a str,
    /// What the person can do if they disagree.
    pub recourse: &'a str,
    /// The legal ground of a refusal.
    pub ground: &'a str,
    /// The body outside to which the person is directed, in a sentence.
    pub body: &'a str,
}

impl AnswerDraft<'_> {
    /// The letter as the filer reads it. Ground and body stand in it where the outcome needs one: those of an outcome thought
    /// better of are left out.
    pub fn letter(&self) -> String {
        let ground = if self.outcome.is_some_and(Outcome::needs_ground) {
            self.ground
        } else {
            ""
        };
        let body = if self.outcome == Some(Outcome::Redirected) {
            self.body
        } else {
            ""
        };
        [self.reasons, body, ground, self.recourse]
            .into_iter()
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n")
    }
}

/// An answer that the gate let pass. Nothing else makes one, and [`Command::Answer`](crate::case::Command) takes no
/// other: an answer that nobody judged cannot be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatedAnswer {
    outcome: Outcome,
    letter: String,
}

impl GatedAnswer {
    /// How it was decided.
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The letter as the filer reads it.
    pub fn letter(&self) -> &str {
        &self.letter
    }
}

/// What was found of phrases that say nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StockFinding {
    /// Nothing but such phrases.
    Empty,
    /// Such a phrase beside facts.
    Beside,
    /// None.
    None,
}

/// What the gate found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GateFinding {
    /// No outcome was chosen.
    OutcomeMissing,
    /// No reasons were written.
    ReasonsMissing,
    /// Fewer words than could say who did what and why.
    ReasonsTooShort {
        /// Words written.
        words: usize,
    },
    /// Nothing but phrases that say nothing.
    StockPhraseAlone,
    /// A phrase that says nothing beside facts: no fault, but it could go.
    StockPhraseBeside,
    /// A refusal without the law or rule it rests on.
    GroundMissing,
    /// A refusal with something in the place of a law or rule that names none.
    GroundSaysNothing,
    /// The person is directed elsewhere, and nothing says to whom.
    BodyMissing,
    /// Nothing says what the person can do if they disagree.
    RecourseMissing,
}

/// Fewest words of reasons [C]: enough for who, what and when.
pub const FEWEST_WORDS: usize = 8;

/// Fewest words of three letters or more that name a text without its number [C], such as «règlement communal de voirie».
pub const FEWEST_WORDS_OF_A_GROUND: usize = 2;

impl GateFinding {
    /// Whether the answer cannot be sent like this.
    pub const fn blocks(&self) -> bool {
        !matches!(self, Self::StockPhraseBeside)
    }

    /// The key of the sentence that tells the officer.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OutcomeMissing => "gate-outcome-missing",
            Self::ReasonsMissing => "gate-reasons-missing",
            Self::ReasonsTooShort { .. } => "gate-reasons-too-short",
            Self::StockPhraseAlone => "gate-stock-phrase-alone",
            Self::StockPhraseBeside => "gate-stock-phrase-beside",
            Self::GroundMissing => "gate-ground-missing",
            Self::GroundSaysNothing => "gate-ground-says-nothing",
            Self::BodyMissing => "gate-body-missing",
            Self::RecourseMissing => "gate-recourse-missing",
        }
    }
}

/// Whether a ground can be looked up: a number beside a word («article 40», «الفصل 27»), or words enough to name a text.
fn names_a_rule(ground: &str) -> bool {
    let words: Vec<&str> = ground
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let named = words
        .iter()
        .filter(|word| word.chars().filter(|sign| sign.is_alphabetic()).count() >= 3)
        .count();
    let has_number = words.iter().any(|word| word.chars().any(char::is_numeric));
    (has_number && named >= 1) || named >= FEWEST_WORDS_OF_A_GROUND
}

/// Judges an answer. Empty when nothing is to be said.
pub fn gate(draft: &AnswerDraft<'_>, stock: StockFinding) -> Vec<GateFinding> {
    let mut findings = Vec::new();
    match draft.outcome {
        None => findings.push(GateFinding::OutcomeMissing),
        Some(outcome) if outcome.needs_ground() && draft.ground.trim().is_empty() => {
            findings.push(GateFinding::GroundMissing);
        }
        Some(outcome) if outcome.needs_ground() && !names_a_rule(draft.ground) => {
            findings.push(GateFinding::GroundSaysNothing);
        }
        Some(Outcome::Redirected) if draft.body.trim().is_empty() => {
            findings.push(GateFinding::BodyMissing);
        }
        Some(_) => {}
    }
    let words = draft.reasons.split_whitespace().count();
    if words == 0 {
        findings.push(GateFinding::ReasonsMissing);
    } else if stock == StockFinding::Empty {
        findings.push(GateFinding::StockPhraseAlone);
    } else if words < FEWEST_WORDS {
        findings.push(GateFinding::ReasonsTooShort { words });
    } else if stock == StockFinding::Beside {
        findings.push(GateFinding::StockPhraseBeside);
    }
    if draft.recourse.trim().is_empty() {
        findings.push(GateFinding::RecourseMissing);
    }
    findings
}

/// Lets an answer pass, or says what stops it and what else could be better.
pub fn pass(draft: &AnswerDraft<'_>, stock: StockFinding) -> Result<GatedAnswer, Vec<GateFinding>> {
    let findings = gate(draft, stock);
    match draft.outcome {
        Some(outcome) if !findings.iter().any(GateFinding::blocks) => Ok(GatedAnswer {
            outcome,
            letter: draft.letter(),
        }),
        _ => Err(findings),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: AnswerDraft<'_> = AnswerDraft {
        outcome: Some(Outcome::Granted),
        reasons: "Le câble de la rue de l’École sera réparé le mercredi 22 avril par nos agents.",
        recourse: "Vous pouvez rouvrir le dossier.",
        ground: "",
        body: "",
    };

    #[test]
    fn a_reasoned_answer_passes() {
        assert_eq!(gate(&GOOD, StockFinding::None), []);
    }

    #[test]
    fn a_stock_phrase_alone_is_stopped_and_beside_facts_only_pointed_at() {
        assert_eq!(
            gate(&GOOD, StockFinding::Empty),
            [GateFinding::StockPhraseAlone]
        );
        let beside = gate(&GOOD, StockFinding::Beside);
        assert_eq!(beside, [GateFinding::StockPhraseBeside]);
        assert!(!beside[0].blocks());
    }

    #[test]
    fn a_refusal_states_its_ground() {
        let refusal = AnswerDraft {
            outcome: Some(Outcome::Refused),
            ..GOOD
        };
        assert_eq!(
            gate(&refusal, StockFinding::None),
            [GateFinding::GroundMissing]
        );
        let grounded = AnswerDraft {
            ground: "loi 12-90, article 40",
            ..refusal
        };
        assert_eq!(gate(&grounded, StockFinding::None), []);
    }

    #[test]
    fn whoever_is_directed_elsewhere_is_told_where() {
        let redirected = AnswerDraft {
            outcome: Some(Outcome::Redirected),
            ..GOOD
        };
        assert_eq!(
            gate(&redirected, StockFinding::None),
            [GateFinding::BodyMissing]
        );
        let named = AnswerDraft {
            body: "Adressez-vous au tribunal de commerce.",
            ..redirected
        };
        assert_eq!(gate(&named, StockFinding::None), []);
        assert!(named.letter().contains("tribunal de commerce"));
        // Of an outcome thought better of nothing is left.
        let granted = AnswerDraft {
            outcome: Some(Outcome::Granted),
            ..named
        };
        assert!(!granted.letter().contains("tribunal"));
    }

    #[test]
    fn a_ground_that_names_no_rule_is_no_ground() {
        for ground in [
            "x",
            "-",
            "…",
            "aaaa",
            "12",
            "la loi",
            "n/a",
            "قانون",
            "ⴰⵙⵍⴳⵏ",
        ] {
            let refusal = AnswerDraft {
                outcome: Some(Outcome::Inadmissible),
                ground,
                ..GOOD
            };
            assert_eq!(
                gate(&refusal, StockFinding::None),
                [GateFinding::GroundSaysNothing],
                "{ground}"
            );
        }
        for ground in [
            "loi 12-90, article 40",
            "Art. 12",
            "الفصل 27 من الدستور",
            "المادة ١٢",
            "Règlement communal de voirie",
            "ⴰⵙⵍⴳⵏ 12-90",
        ] {
            let refusal = AnswerDraft {
                outcome: Some(Outcome::Refused),
                ground,
                ..GOOD
            };
            assert_eq!(gate(&refusal, StockFinding::None), [], "{ground}");
        }
    }

    #[test]
    fn everything_missing_is_said_at_once() {
        let empty = AnswerDraft {
            outcome: None,
            reasons: " ",
            recourse: "",
            ground: "",
            body: "",
        };
        assert_eq!(
            gate(&empty, StockFinding::None),
            [
                GateFinding::OutcomeMissing,
                GateFinding::ReasonsMissing,
                GateFinding::RecourseMissing
            ]
        );
    }

    #[test]
    fn only_what_the_gate_lets_pass_can_be_sent() {
        let passed = pass(&GOOD, StockFinding::Beside).expect("nothing stops it");
        assert_eq!(passed.outcome(), Outcome::Granted);
        assert!(passed.letter().starts_with("Le câble"));
        let sample = AnswerDraft {
            outcome: Some(Outcome::Inadmissible),
            reasons: "Sample.",
            ..GOOD
        };
        assert_eq!(
            pass(&sample, StockFinding::None),
            Err(vec![
                GateFinding::GroundMissing,
                GateFinding::ReasonsTooShort { words: 1 }
            ])
        );
    }

    #[test]
    fn the_ground_of_a_refusal_thought_better_of_is_not_sent() {
        let ground = "loi 12-90, article 40";
        let refused = AnswerDraft {
            outcome: Some(Outcome::Refused),
            ground,
            ..GOOD
        };
        assert!(refused.letter().contains(ground));
        let granted = AnswerDraft { ground, ..GOOD };
        assert!(!granted.letter().contains(ground));
    }
}

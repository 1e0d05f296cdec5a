//! The way of a report through its stages.

use super::*;
use crate::access::{Role, Standing, allows};

fn frozen() -> Fact {
    Fact::Frozen {
        position: 7,
        sha256: String::new(),
    }
}

fn transmitted() -> Fact {
    Fact::Transmitted {
        documents: Vec::new(),
    }
}

fn published() -> Fact {
    Fact::Published {
        documents: Vec::new(),
        reasons: None,
    }
}

fn returned(reasons: &str) -> Fact {
    Fact::Returned {
        reasons: reasons.to_owned(),
    }
}

fn told(kind: Kind, facts: &[Fact]) -> Result<State, Refusal> {
    facts.iter().try_fold(State::begun(kind), decide)
}

#[test]
fn a_report_goes_from_its_administration_to_everybody() {
    let end = told(
        Kind::Report,
        &[
            frozen(),
            Fact::Approved,
            Fact::TakenBack,
            Fact::Approved,
            transmitted(),
            returned("The causes are missing."),
            Fact::Approved,
            transmitted(),
            Fact::Forwarded,
            Fact::Accepted,
            published(),
        ],
    )
    .unwrap();
    assert_eq!(end.stage, Stage::Published);
    assert_eq!((end.version, end.documents), (12, Some(12)));
    assert!(Verb::ALL.iter().all(|verb| !end.allows(*verb)));
}

#[test]
fn a_synthesis_is_approved_by_the_head_of_government() {
    let end = told(
        Kind::Synthesis,
        &[frozen(), transmitted(), Fact::Approved, published()],
    )
    .unwrap();
    assert_eq!(end.stage, Stage::Published);
    let unapproved = told(Kind::Synthesis, &[frozen(), transmitted(), published()]);
    assert!(matches!(unapproved, Err(Refusal::NotNow { .. })));
}

#[test]
fn why_a_synthesis_tells_of_no_report_is_said_in_words() {
    let approved = [frozen(), transmitted(), Fact::Approved];
    let approved = told(Kind::Synthesis, &approved).unwrap();
    let because = |why: &str| Fact::Published {
        documents: Vec::new(),
        reasons: Some(why.to_owned()),
    };
    assert_eq!(decide(approved, &because(" ")), Err(Refusal::NoReasons));
    assert!(decide(approved, &because("No report came.")).is_ok());
}

#[test]
fn nothing_goes_on_without_figures_nor_back_without_reasons() {
    assert_eq!(
        told(Kind::Report, &[Fact::Approved]),
        Err(Refusal::NoFigures)
    );
    let sent = [frozen(), Fact::Approved, transmitted()];
    let sent = told(Kind::Report, &sent).unwrap();
    assert_eq!(decide(sent, &returned(" \n")), Err(Refusal::NoReasons));
    let endless = "a".repeat(LONGEST_REASONS + 1);
    assert_eq!(decide(sent, &returned(&endless)), Err(Refusal::NoReasons));
}

#[test]
fn what_was_sent_is_written_no_more() {
    let sent = told(Kind::Report, &[frozen(), Fact::Approved, transmitted()]).unwrap();
    for verb in [Verb::Write, Verb::Freeze, Verb::TakeBack] {
        assert!(!sent.allows(verb), "{verb}");
    }
}

#[test]
fn each_step_but_the_portals_own_is_someones_and_not_everybodys() {
    for row in TRANSITIONS {
        let Some(action) = row.action else {
            assert_eq!(row.verb, Verb::Remind);
            continue;
        };
        let may: Vec<Role> = Role::ALL
            .iter()
            .copied()
            .filter(|role| {
                allows(*role, action, Standing::Own) || allows(*role, action, Standing::Other)
            })
            .collect();
        assert!(!may.is_empty(), "{}", row.verb);
        assert!(!may.contains(&Role::Auditor) && !may.contains(&Role::Administrator));
    }
}

#[test]
fn a_year_is_four_digits() {
    assert_eq!(Year::parse("2025").map(Year::number), Ok(2025));
    for wrong in ["", "25", "1999", "2200", "+202", "20255", "ab"] {
        assert_eq!(Year::parse(wrong), Err(NotAYear), "{wrong}");
    }
}

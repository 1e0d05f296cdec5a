//! The workflow as a table: complete, drawn in the map, and never left by any sequence of commands.

use super::*;

const MAP: &str = include_str!("../../../../ARCHITECTURE.md");

#[test]
fn every_verb_has_a_row_and_no_stage_two_of_one_verb() {
    for verb in Verb::ALL {
        assert!(transitions_of(*verb).next().is_some(), "{verb}");
        for stage in Stage::ALL {
            let rows = transitions_of(*verb)
                .filter(|row| row.from.contains(stage))
                .count();
            assert!(rows <= 1, "{verb} in {stage}");
        }
    }
}

#[test]
fn the_map_shows_the_table() {
    let drawn = MAP
        .split_once("<!-- transitions:begin -->\n```mermaid\n")
        .and_then(|(_, rest)| rest.split_once("\n```\n<!-- transitions:end -->"))
        .map(|(drawing, _)| drawing)
        .unwrap_or_default();
    assert_eq!(
        drawn,
        diagram(),
        "put this drawing between the marks of ARCHITECTURE.md:\n{}",
        diagram()
    );
}

#[test]
fn a_closed_case_owes_nothing_and_an_open_one_an_answer() {
    for stage in Stage::ALL {
        let answerable = verbs_in(*stage, Side::Office).any(|verb| verb == Verb::Answer);
        assert!(!answerable || stage.is_open(), "{stage}");
    }
}

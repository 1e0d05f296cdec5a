//! Each rule tried on what it must let pass and on what it must catch.

use super::captions::{FrontDoor, caption};
use super::finding::{Finding, Severity};
use super::styles::{declarations, fault as style_fault};
use super::{arrows, captions, files, migrations, pages, styles, vocabulary};
use crate::workspace::{TextFile, parse_crates};

fn file(path: &str, text: &str) -> TextFile {
    TextFile {
        path: path.into(),
        text: text.into(),
    }
}

fn places(findings: &[Finding]) -> Vec<&str> {
    findings
        .iter()
        .map(|finding| finding.place.as_str())
        .collect()
}

/// What the arrows say of one crate with these dependencies, given as (name, kind in JSON).
fn arrows_of(name: &str, dependencies: &[(&str, &str)]) -> Vec<String> {
    let asked: Vec<String> = dependencies
        .iter()
        .map(|(name, kind)| format!(r#"{{"name":"{name}","kind":{kind}}}"#))
        .collect();
    let json = format!(
        r#"{{"packages":[{{"name":"{name}","dependencies":[{}],"targets":[]}}]}}"#,
        asked.join(",")
    );
    let crates = parse_crates(json.as_bytes()).unwrap();
    arrows::check(&crates)
        .into_iter()
        .map(|finding| finding.message)
        .collect()
}

#[test]
fn arrows_that_point_down_pass() {
    assert!(
        arrows_of(
            "chikaya-web",
            &[("chikaya-service", "null"), ("axum", "null")]
        )
        .is_empty()
    );
    assert!(
        arrows_of(
            "chikaya-store",
            &[("chikaya-domain", "null"), ("rusqlite", "null")]
        )
        .is_empty()
    );
    assert!(arrows_of("chikaya-service", &[("chikaya-testkit", r#""dev""#)]).is_empty());
}

#[test]
fn the_counters_do_not_see_the_archive() {
    assert_eq!(
        arrows_of("chikaya-web", &[("chikaya-store", "null")]).len(),
        1
    );
    assert_eq!(
        arrows_of("chikaya-web", &[("chikaya-store", r#""dev""#)]).len(),
        1
    );
    assert_eq!(
        arrows_of("chikaya-service", &[("chikaya-web", "null")]).len(),
        1
    );
    assert_eq!(
        arrows_of("chikaya-service", &[("chikaya-testkit", "null")]).len(),
        1
    );
}

#[test]
fn the_law_is_pure() {
    assert_eq!(
        arrows_of("chikaya-domain", &[("tokio", "null"), ("rand", "null")]).len(),
        2
    );
    assert!(arrows_of("chikaya-domain", &[("jiff", "null"), ("rand", r#""dev""#)]).is_empty());
    assert_eq!(
        arrows_of("chikaya-ledger", &[("chikaya-domain", "null")]).len(),
        1
    );
    assert_eq!(
        arrows_of("chikaya-domain", &[("chikaya-testkit", r#""dev""#)]).len(),
        1
    );
}

#[test]
fn libraries_stay_in_their_room() {
    assert_eq!(
        arrows_of("chikaya-service", &[("rusqlite", "null")]).len(),
        1
    );
    assert_eq!(
        arrows_of("chikaya-service", &[("axum", r#""dev""#)]).len(),
        1
    );
    assert_eq!(arrows_of("chikaya-web", &[("lettre", "null")]).len(), 1);
    assert!(arrows_of("chikaya-testkit", &[("postgres", "null")]).is_empty());
}

#[test]
fn a_crate_the_map_does_not_know_is_reported() {
    assert_eq!(arrows_of("chikaya-attic", &[]).len(), 1);
}

#[test]
fn a_caption_is_the_first_sentence() {
    let text = "//! The law: rules\n//! without effects. More of it.\n//!\n//! Other.\n";
    assert_eq!(
        caption(text).as_deref(),
        Some("The law: rules without effects.")
    );
    assert_eq!(
        caption("//! One line.\n\nuse x;").as_deref(),
        Some("One line.")
    );
    assert_eq!(caption("use x;"), None);
}

#[test]
fn a_caption_stands_on_the_map() {
    let door = |text: &str| FrontDoor {
        path: "lib.rs".into(),
        text: text.into(),
    };
    let map = "| `domain` | The law. |";
    assert!(captions::check(&[door("//! The law.\n")], map).is_empty());
    assert_eq!(
        captions::check(&[door("//! The lore.\n"), door("fn main() {}")], map).len(),
        2
    );
}

#[test]
fn a_file_says_what_it_is_for() {
    assert!(files::check(&[file("a.rs", "//! Why.\n")]).is_empty());
    assert_eq!(
        places(&files::check(&[
            file("a.rs", "use b;\n"),
            file("b.css", "a{}")
        ])),
        ["a.rs"]
    );
}

#[test]
fn long_files_warn_and_then_fail() {
    let of = |lines: usize| files::check(&[file("a.css", &"x\n".repeat(lines))]);
    assert!(of(400).is_empty());
    assert_eq!(of(401)[0].severity, Severity::Warning);
    assert_eq!(of(601)[0].severity, Severity::Error);
    assert!(files::check(&[file("web/assets/vendor/map.css", &"x\n".repeat(900))]).is_empty());
    assert!(files::check(&[file("data/list.tsv", &"x\n".repeat(900))]).is_empty());
}

#[test]
fn work_to_come_has_a_number() {
    let later = concat!("TO", "DO");
    let text = format!("//! Why.\n// {later}(#12): more.\n// {later}: less.\n");
    assert_eq!(places(&files::check(&[file("a.rs", &text)])), ["a.rs:3"]);
}

#[test]
fn both_databases_have_the_same_history() {
    let sqlite = |name: &str| file(&format!("crates/store/migrations/sqlite/{name}"), "");
    let postgres = |name: &str| file(&format!("crates/store/migrations/postgres/{name}"), "");
    assert!(migrations::check(&[sqlite("V1__a.sql"), postgres("V1__a.sql")]).is_empty());
    assert_eq!(
        places(&migrations::check(&[
            sqlite("V1__a.sql"),
            sqlite("V2__b.sql"),
            postgres("V1__a.sql")
        ])),
        ["crates/store/migrations/postgres/V2__b.sql"]
    );
    let twice = [
        sqlite("V1__a.sql"),
        sqlite("V1__b.sql"),
        postgres("V1__a.sql"),
        postgres("V1__b.sql"),
    ];
    assert_eq!(migrations::check(&twice).len(), 1);
}

#[test]
fn pages_carry_no_script_and_no_style() {
    for good in [
        r#"script type="module" src="/assets/file.js""#,
        r#"p class="once only=1" data-style="x""#,
        r#"link rel="stylesheet" href="/a.css""#,
    ] {
        assert_eq!(pages::fault(good), None, "{good}");
    }
    for bad in [
        "script",
        "SCRIPT type=\"module\"",
        "style",
        r#"p style="color: red""#,
        r#"p class="a"style="b""#,
        r#"button onclick="go()""#,
        r#"a href="javascript:go()""#,
        r#"textarea class="input" dir="auto""#,
    ] {
        assert!(pages::fault(bad).is_some(), "{bad}");
    }
    let page = file(
        "crates/web/templates/home.html",
        "<p>\n<b style='x'>\n{% if a < b %}</p>",
    );
    assert_eq!(
        places(&pages::check(&[page])),
        ["crates/web/templates/home.html:2"]
    );
}

#[test]
fn styles_are_read_declaration_by_declaration() {
    let sheet = "/* left: 1 */\na:hover {\n  color: red;\n  content: \"left: 2;\";\n\n  left: 0\n}\n\
                 b { background: url(data:x;left:1) }";
    let read: Vec<(usize, String)> = declarations(sheet)
        .into_iter()
        .map(|found| (found.line, found.property))
        .collect();
    let expected = [(3, "color"), (4, "content"), (6, "left"), (8, "background")];
    assert_eq!(
        read,
        expected.map(|(line, property)| (line, property.to_owned()))
    );
}

#[test]
fn styles_say_start_and_end() {
    let advice = |sheet: &str| {
        declarations(&format!("a {{ {sheet} }}"))
            .iter()
            .find_map(style_fault)
    };
    for good in [
        "margin-inline-start: 1rem",
        "text-align: start",
        "--left: 1rem",
        "background-position: left 1rem",
        "transform-origin: right",
        "border-start-start-radius: 4px",
        "inset: 0",
    ] {
        assert_eq!(advice(good), None, "{good}");
    }
    for (bad, instead) in [
        ("margin-left: 1rem", "`margin-inline-start`"),
        ("PADDING-RIGHT: 1rem", "`padding-inline-end`"),
        ("border-left-color: red", "`border-inline-start-color`"),
        ("left: 0", "`inset-inline-start`"),
        ("text-align: right", "`end`"),
        ("float: left", "`inline-start`"),
    ] {
        assert_eq!(advice(bad).as_deref(), Some(instead), "{bad}");
    }
    assert!(advice("border-top-left-radius: 4px").is_some());
    let sheet = file("crates/web/assets/base.css", "a {\n  left: 0;\n}\n");
    assert_eq!(
        places(&styles::check(&[sheet])),
        ["crates/web/assets/base.css:2"]
    );
}

#[test]
fn the_repository_speaks_of_the_product() {
    let place = concat!("see /wo", "rk/notes");
    let paper = concat!("see DES", "IGN.md");
    let inner = concat!("src/net/wo", "rk/mod.rs and REDES", "IGN.md");
    let found = vocabulary::check(&[file("a.md", &format!("{place}\n{paper}\n{inner}\n"))]);
    assert_eq!(places(&found), ["a.md:1", "a.md:2"]);
    let written = [file("a.md", paper), file(concat!("docs/DES", "IGN.md"), "")];
    assert!(vocabulary::check(&written).is_empty());
}

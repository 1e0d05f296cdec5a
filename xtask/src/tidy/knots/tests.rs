//! Circles of files, tried on small crates.

use super::{Uses, check, knots, uses};
use crate::workspace::TextFile;

fn crate_of(files: &[(&str, &str)]) -> Vec<TextFile> {
    files
        .iter()
        .map(|(path, text)| TextFile {
            path: format!("crates/town/src/{path}"),
            text: (*text).into(),
        })
        .collect()
}

fn uses_in(files: &[(&str, &str)]) -> Uses {
    let files = crate_of(files);
    uses("crates/town", &files.iter().collect::<Vec<_>>()).unwrap()
}

/// The knots, by the names of the files alone.
fn knots_in(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    knots(&uses_in(files))
        .into_iter()
        .map(|knot| {
            knot.iter()
                .map(|path| path.replace("crates/town/src/", ""))
                .collect()
        })
        .collect()
}

#[test]
fn files_that_use_each_other_are_a_knot() {
    let found = knots_in(&[
        ("lib.rs", "mod a; mod b; mod c;"),
        ("a.rs", "use crate::b::B; pub struct A;"),
        ("b.rs", "use super::c; pub struct B; fn f() { c::g() }"),
        ("c.rs", "pub fn g() { let _ = crate::a::A; }"),
    ]);
    assert_eq!(found, [["a.rs", "b.rs", "c.rs"]]);
}

#[test]
fn arrows_one_way_are_none() {
    let found = knots_in(&[
        ("lib.rs", "mod a; mod b; mod c; pub use a::A;"),
        ("a.rs", "use crate::{b::B, c::C}; pub struct A;"),
        ("b.rs", "use crate::c::C; pub struct B;"),
        (
            "c.rs",
            "pub struct C; #[cfg(test)] mod tests { use super::*; }",
        ),
    ]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_name_is_followed_through_the_door_that_shows_it() {
    // `crate::A` stands in a.rs; the root that shows it is no part of the knot.
    let found = knots_in(&[
        ("lib.rs", "mod a; mod b; pub use self::{a::A, b::*};"),
        ("a.rs", "use crate::B; pub struct A;"),
        ("b.rs", "use crate::A; pub struct B;"),
    ]);
    assert_eq!(found, [["a.rs", "b.rs"]]);
}

#[test]
fn a_folder_and_its_front_file_can_be_a_knot() {
    let found = knots_in(&[
        ("lib.rs", "mod a;"),
        ("a/mod.rs", "mod b; fn f() { b::g() } pub struct A;"),
        ("a/b.rs", "pub fn g() -> super::A { super::A }"),
    ]);
    assert_eq!(found, [["a/b.rs", "a/mod.rs"]]);
}

#[test]
fn what_macros_and_aliases_say_counts() {
    let found = knots_in(&[
        ("lib.rs", "mod a; mod b;"),
        (
            "a.rs",
            "use crate::b as other; fn f() { say!(other::g()); } pub struct A;",
        ),
        ("b.rs", "pub fn g() { println!(\"{}\", crate::a::A::NAME) }"),
    ]);
    assert_eq!(found, [["a.rs", "b.rs"]]);
}

#[test]
fn comments_texts_and_other_crates_say_nothing() {
    let found = knots_in(&[
        ("lib.rs", "mod a; mod b;"),
        (
            "a.rs",
            "use c::Other; // crate::b::B\nconst A: &str = \"crate::b::B\"; use crate::b;",
        ),
        ("b.rs", "use crate::a::A; use std::a::A as C; struct D;"),
    ]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_knot_names_what_ties_it() {
    let files = crate_of(&[
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "use crate::b::B; pub struct A;"),
        ("b.rs", "use crate::a::A; pub struct B;"),
    ]);
    let found = check(&files);
    assert_eq!(found.len(), 1);
    let words = found[0].to_string();
    assert!(
        words.contains("crates/town/src/a.rs uses B of crates/town/src/b.rs"),
        "{words}"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_not_passed_over() {
    assert_eq!(check(&crate_of(&[("lib.rs", "fn f( {")])).len(), 1);
}

#!/usr/bin/env bash
# Guess: an interface that reads a JSON object into a struct refuses an array, however full.
# Instead: what serde derives reads a struct from a JSON array too, value after value in the order of the fields, also with
# deny_unknown_fields: ["complaint","fr","…"] files a case, and two values in the wrong order file a wrong one. A short
# array is refused by the name of the struct, "struct NewCase with 3 elements", which is no word for a developer of
# another house.
# Who meets it: administrations that connect their own software. The interface must ask whether the body is an object
# before it reads it, and say so in its own words.
. "$(dirname "$0")/lib.sh"
crate 'serde = { version = "=1.0.229", features = ["derive"] }' 'serde_json = "=1.0.154"' <<'R'
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct NewCase {
    kind: String,
    language: String,
    text: Option<String>,
}
fn main() {
    for body in [
        r#"{"kind":"complaint","language":"fr","text":"Pas d’eau"}"#,
        r#"["complaint","fr","Pas d’eau"]"#,
        r#"["fr","complaint",null]"#,
        r#"{"kind":"complaint","language":"fr"}"#,
        r#"["complaint","fr"]"#,
        "[]",
    ] {
        match serde_json::from_str::<NewCase>(body) {
            Ok(case) => println!("{body}: kind {}, language {}", case.kind, case.language),
            Err(error) => println!("{body}: {error}"),
        }
    }
}
R
"$program" >"$place/seen"
expect <<'S'
{"kind":"complaint","language":"fr","text":"Pas d’eau"}: kind complaint, language fr
["complaint","fr","Pas d’eau"]: kind complaint, language fr
["fr","complaint",null]: kind fr, language complaint
{"kind":"complaint","language":"fr"}: kind complaint, language fr
["complaint","fr"]: invalid length 2, expected struct NewCase with 3 elements at line 1 column 18
[]: invalid length 0, expected struct NewCase with 3 elements at line 1 column 2
S

//! The commented file is complete, and mistakes are said with the name of the key.

use figment::{Figment, providers::Serialized};

use super::*;

#[test]
fn every_key_is_in_the_commented_file_and_no_other() {
    let settings: Settings = Figment::from(Toml::string(DEFAULTS)).extract().unwrap();
    let written: toml::Table = DEFAULTS.parse().unwrap();
    let known = toml::Table::try_from(&settings).unwrap();
    assert_eq!(keys(&written), keys(&known));
}

#[test]
fn every_key_has_a_comment_above_it() {
    let lines: Vec<&str> = DEFAULTS.lines().collect();
    for (number, line) in lines.iter().enumerate() {
        if line.contains(" = ") && !line.starts_with('#') {
            assert!(
                number > 0 && lines[number - 1].starts_with('#'),
                "no comment above {line}"
            );
        }
    }
}

#[test]
fn an_unknown_key_is_an_error_that_names_it() {
    let flags = Figment::from(Serialized::default("mail.hots", "localhost"));
    let error = Settings::read(None, flags).unwrap_err();
    assert!(format!("{error:#}").contains("hots"), "{error:#}");
}

#[test]
fn flags_stand_above_the_file() {
    let flags = Figment::from(Serialized::default("listen", "127.0.0.1:4000"));
    let settings = Settings::read(None, flags).unwrap();
    assert_eq!(settings.portal(), "http://127.0.0.1:4000");
}

fn keys(table: &toml::Table) -> Vec<String> {
    let mut keys = Vec::new();
    for (key, value) in table {
        match value {
            toml::Value::Table(inner) => {
                keys.extend(inner.keys().map(|inner| format!("{key}.{inner}")));
            }
            _ => keys.push(key.clone()),
        }
    }
    keys.sort();
    keys
}

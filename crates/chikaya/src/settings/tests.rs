//! The commented file is complete, and mistakes are said with the name of the key.

use figment::{
    Figment,
    providers::{Format as _, Serialized, Toml},
};

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
fn mail_in_that_cannot_work_stops_the_start() {
    for (section, key) in [
        ("lmtp = \"127.0.0.1:2424\"", "mail_in.domain"),
        ("domain = \"reply.portal.example\"", "mail_in.lmtp"),
        (
            "domain = \"no domain\"\nlmtp = \"127.0.0.1:2424\"",
            "mail_in.domain",
        ),
        (
            "domain = \"reply.portal.example\"\nlmtp = \"2424\"",
            "mail_in.lmtp",
        ),
        (
            "domain = \"reply.portal.example\"\nimap_host = \"imap.portal.example\"",
            "mail_in.imap_user",
        ),
        (
            "domain = \"reply.portal.example\"\nimap_host = \"imap.portal.example\"\nimap_user = \"portal\"\nimap_password_file = \"/nowhere/at-all\"",
            "mail_in.imap_password_file",
        ),
    ] {
        let flags = Figment::from(Toml::string(&format!("[mail_in]\n{section}")));
        let error = format!("{:#}", Settings::read(None, flags).unwrap_err());
        assert!(error.contains(key), "{section}: {error}");
    }
    let works = "[mail_in]\ndomain = \"reply.portal.example\"\nlmtp = \"127.0.0.1:2424\"";
    let settings = Settings::read(None, Figment::from(Toml::string(works))).unwrap();
    let mail_in = check::mail_in(&settings).unwrap().unwrap();
    assert!(mail_in.lmtp.is_some() && mail_in.rules.border.is_none());
}

#[test]
fn flags_stand_above_the_file() {
    let flags = Figment::from(Serialized::default("listen", "127.0.0.1:4000"));
    let settings = Settings::read(None, flags).unwrap();
    assert_eq!(settings.portal(), "http://127.0.0.1:4000");
}

#[test]
fn all_that_is_wrong_is_named_at_once_each_by_its_key() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("wrong.toml");
    std::fs::write(
        &file,
        r#"
            listen = "nowhere"
            public_url = "chikaya.example"
            colour = "red"
            metrics = "on"
            [archive]
            readers = -1
            connections = 0
            [web]
            trusted_proxies = ["proxy", "10.0.0.0/8", "10.0.0.0/40"]
            security_contact = "not an address"
            source_url = "sources"
            requests_per_minute = 99999999999
            [log]
            format = "xml"
            [mail]
            host = "smtp://mail"
            hots = "mail"
            port = 0
            security = "ssl"
            user = "chikaya"
            from = "nobody"
            timeout_seconds = 900
            [calls]
            queues = ["General"]
            answer_within_seconds = 0
            cti_secret_file = "/nowhere/secret"
            [seals]
            mail = ["one", "two"]
            language = "de"
        "#,
    )
    .unwrap();
    let flags = Figment::from(Serialized::default("demo", "perhaps"));
    let error = Settings::read(Some(&file), flags).unwrap_err();
    let said = format!("{error:#}");
    for named in [
        "listen: ",
        "public_url: ",
        "colour: there is no such setting (in ",
        "metrics: ",
        "archive.readers: ",
        "archive.connections must be",
        "\"proxy\" is neither",
        "\"10.0.0.0/40\" is neither",
        "web.security_contact: ",
        "web.source_url: ",
        "web.requests_per_minute: ",
        "log.format: ",
        "mail.host cannot be",
        "mail.hots: there is no such setting",
        "mail.port cannot be 0",
        "mail.security: ",
        "mail.from cannot be",
        "mail.timeout_seconds cannot be 900",
        "mail.password_file: ",
        "calls.queues: \"General\"",
        "calls.answer_within_seconds must be",
        "calls.cti_secret_file: /nowhere/secret",
        "seals.mail: \"one\"",
        "seals.mail: \"two\"",
        "seals.language: ",
        "demo: ",
        "wrong.toml",
    ] {
        assert!(said.contains(named), "{named}: {said}");
    }
    assert!(!said.contains("\"10.0.0.0/8\""), "{said}");
}

#[test]
fn whoever_finds_a_weakness_is_given_an_address_with_its_scheme() {
    let contact = |text: &str| {
        let flags = Figment::from(Serialized::default("web.security_contact", text));
        let settings = Settings::read(None, flags).ok()?;
        check::security_contact(&settings).unwrap()
    };
    assert_eq!(contact(""), None);
    let mail = Some("mailto:security@portal.test".to_owned());
    assert_eq!(contact("security@portal.test"), mail);
    assert_eq!(contact("mailto:security@portal.test"), mail);
    for as_it_is in ["https://portal.test/security", "tel:+212537000000"] {
        assert_eq!(contact(as_it_is).as_deref(), Some(as_it_is));
    }
    for wrong in [
        "nobody",
        "http://portal.test",
        "mailto:nobody",
        "ftp://a@b.test",
    ] {
        let flags = Figment::from(Serialized::default("web.security_contact", wrong));
        assert!(Settings::read(None, flags).is_err(), "{wrong}");
    }
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

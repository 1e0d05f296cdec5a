//! Every message exists in all four languages, with the same arguments.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chikaya_domain::Language;

use super::{by_key, content, messages, parsed};
use crate::catalogue::{FILES, keys};
use crate::{Argument, Voice};

#[test]
fn every_file_on_disk_is_embedded() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    for folder in fs::read_dir(locales).unwrap() {
        let folder = folder.unwrap();
        let code = folder.file_name().into_string().unwrap();
        assert!(
            Language::from_code(&code).is_some(),
            "`{code}` is no language of the portal"
        );
        for file in fs::read_dir(folder.path()).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            assert!(
                FILES.iter().any(|(c, n, _)| *c == code && *n == name),
                "{code}/{name}"
            );
        }
    }
}

#[test]
fn every_language_has_the_same_files() {
    let names = |language: Language| -> BTreeSet<&str> {
        FILES
            .iter()
            .filter(|(code, _, _)| *code == language.code())
            .map(|(_, name, _)| *name)
            .collect()
    };
    for language in Language::ALL {
        assert_eq!(names(language), names(Language::French), "{language}");
    }
}

#[test]
fn no_key_stands_twice() {
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        for message in messages(language) {
            assert!(
                seen.insert(message.key.clone()),
                "{language}/{}: `{}` a second time",
                message.file,
                message.key
            );
        }
    }
}

#[test]
fn every_message_exists_in_every_language_with_the_same_arguments() {
    let french = by_key(Language::French);
    for language in Language::ALL {
        let here = by_key(language);
        let missing: Vec<_> = french
            .keys()
            .filter(|key| !here.contains_key(*key))
            .collect();
        let alone: Vec<_> = here
            .keys()
            .filter(|key| !french.contains_key(*key))
            .collect();
        assert!(
            missing.is_empty() && alone.is_empty(),
            "{language}: missing {missing:?}, only here {alone:?}"
        );
        for (key, message) in &here {
            assert_eq!(
                message.file, french[key].file,
                "{language}: `{key}` is in another file than in French"
            );
            let (ours, theirs) = (
                content(&message.pattern).arguments,
                content(&french[key].pattern).arguments,
            );
            assert_eq!(ours, theirs, "{language}: arguments of `{key}`");
        }
    }
}

#[test]
fn keys_are_those_of_the_files() {
    let listed: BTreeSet<&str> = keys().collect();
    let french = by_key(Language::French);
    assert_eq!(listed, french.keys().map(String::as_str).collect());
    for key in listed {
        assert!(
            !key.starts_with('-') && !key.ends_with('-') && !key.contains("--"),
            "`{key}`"
        );
    }
}

#[test]
fn every_message_can_be_said() {
    for language in Language::ALL {
        let voice = Voice::of(language);
        for message in messages(language) {
            let content = content(&message.pattern);
            let text = if content.arguments.is_empty() {
                voice.say(&message.key).into_owned()
            } else {
                let given: Vec<_> = content
                    .arguments
                    .iter()
                    .map(|name| (*name, Argument::Number(3)))
                    .collect();
                voice.say_with(&message.key, &given)
            };
            assert!(
                !text.trim().is_empty() && !text.contains(['{', '}', '[', ']']),
                "{language}: {text}"
            );
        }
    }
}

#[test]
fn tamazight_files_ask_for_a_speaker() {
    for (code, file, text) in FILES.iter().filter(|(code, _, _)| *code == "zgh") {
        parsed(code, file, text);
        assert!(
            text.lines()
                .take(3)
                .any(|line| line.contains("To be reviewed by a speaker")),
            "{code}/{file}"
        );
    }
}

#[test]
#[should_panic(expected = "no message `no-such-key` in fr")]
fn an_unknown_key_is_heard_of_while_developing() {
    let _ = Voice::of(Language::French).say("no-such-key");
}
